package dev.polylogue.history;

import dev.polylogue.conversation.Found.Role;
import dev.polylogue.history.SearchQuery.Phrase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what somebody types into a search field. Everything is understood: what is no operator is
 * words, and the last word may still go on.
 */
final class QueryReader {
  private static final String QUOTES = "\"“”„‟«»";

  private final String typed;
  private final LocalDate today;
  private int at;
  private int words;

  private final List<Phrase> wanted = new ArrayList<>();
  private final List<String> misread = new ArrayList<>();
  private final List<String> bare = new ArrayList<>();
  private final List<Phrase> unwanted = new ArrayList<>();
  private final Map<String, List<String>> names = new HashMap<>();
  private final Map<String, List<String>> unwantedNames = new HashMap<>();
  private final Set<Role> roles = EnumSet.noneOf(Role.class);
  private final Set<Role> unwantedRoles = EnumSet.noneOf(Role.class);
  private final List<DaySpan> unwantedDays = new ArrayList<>();
  private @Nullable LocalDate from;
  private @Nullable LocalDate to;
  private boolean images;
  private boolean noImages;
  private boolean trash;

  private QueryReader(String typed, LocalDate today) {
    this.typed = typed;
    this.today = today;
  }

  /**
   * @param today by the reader's own calendar
   */
  static SearchQuery read(String typed, LocalDate today) {
    return new QueryReader(typed, today).all();
  }

  /**
   * Filters whose value has no meaning, and what looks like a filter and is none: both are words.
   */
  static List<String> misread(String typed, LocalDate today) {
    QueryReader reader = new QueryReader(typed, today);
    reader.all();
    return List.copyOf(reader.misread);
  }

  /** Filters with nothing behind the colon, which are passed over. */
  static List<String> bare(String typed, LocalDate today) {
    QueryReader reader = new QueryReader(typed, today);
    reader.all();
    return List.copyOf(reader.bare);
  }

  private SearchQuery all() {
    while (at < typed.length() && words < SearchQuery.MOST_WORDS) {
      if (isBlank(typed.charAt(at))) {
        at++;
      } else {
        item();
      }
    }
    return new SearchQuery(
        wanted,
        unwanted,
        new SearchQuery.Filters(names(names), roles, from, to, images, trash),
        new SearchQuery.Without(names(unwantedNames), unwantedRoles, unwantedDays, noImages));
  }

  private static SearchQuery.Names names(Map<String, List<String>> given) {
    return new SearchQuery.Names(
        given.getOrDefault("model", List.of()),
        given.getOrDefault("provider", List.of()),
        given.getOrDefault("tag", List.of()));
  }

  /** One word, phrase or filter, up to the blank behind it. */
  private void item() {
    boolean without =
        typed.charAt(at) == '-' && at + 1 < typed.length() && !isBlank(typed.charAt(at + 1));
    if (without) {
      at++;
    }
    if (isQuote(typed.charAt(at))) {
      Quoted quoted = quoted();
      take(quoted.text, !quoted.closed, without);
      return;
    }
    int begin = at;
    while (at < typed.length() && !isBlank(typed.charAt(at)) && !isQuote(typed.charAt(at))) {
      at++;
    }
    String word = typed.substring(begin, at);
    int colon = word.indexOf(':');
    boolean quotedValue = colon == word.length() - 1 && at < typed.length() && isQuoteAt();
    String name = colon > 0 ? word.substring(0, colon).toLowerCase(Locale.ROOT) : "";
    if (FilterNames.has(name)) {
      String value = quotedValue ? quoted().text : word.substring(colon + 1);
      if (filter(name, value.strip(), without)) {
        return;
      }
      misread.add((without ? "-" : "") + word.substring(0, colon + 1) + value.strip());
    } else if (quotedValue || colon < word.length() - 1) {
      String said = (without ? "-" : "") + word;
      FilterNames.meantBy(name).ifPresent(meant -> misread.add(said + " (" + meant + ":?)"));
    }
    boolean open = at == typed.length() || word.endsWith("*");
    take(word, open, without);
  }

  private record Quoted(String text, boolean closed) {}

  private Quoted quoted() {
    int begin = ++at;
    while (at < typed.length() && !isQuote(typed.charAt(at))) {
      at++;
    }
    boolean closed = at < typed.length();
    String text = typed.substring(begin, at);
    at += closed ? 1 : 0;
    return new Quoted(text, closed);
  }

  private boolean isQuoteAt() {
    return isQuote(typed.charAt(at));
  }

  private static boolean isQuote(char c) {
    return QUOTES.indexOf(c) >= 0;
  }

  private static boolean isBlank(char c) {
    return c <= ' ' || Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  /** Whether the value had a meaning; one that is not there yet has, so that typing is calm. */
  private boolean filter(String name, String value, boolean without) {
    String lower = value.toLowerCase(Locale.ROOT);
    if (lower.isEmpty()) {
      bare.add((without ? "-" : "") + name + ":");
      return true;
    }
    if (FilterNames.isName(name)) {
      return (without ? unwantedNames : names)
          .computeIfAbsent(name, known -> new ArrayList<>())
          .add(lower);
    }
    return switch (name) {
      case "has" -> has(lower, without);
      case "in" -> in(lower, without);
      default -> when(name, lower, without);
    };
  }

  private boolean has(String value, boolean without) {
    boolean known = value.matches("image|images|picture|pictures|photo|photos");
    images |= known && !without;
    noImages |= known && without;
    return known;
  }

  private boolean in(String value, boolean without) {
    @Nullable Role role =
        switch (value) {
          case "title", "titles" -> Role.TITLE;
          case "prompt", "prompts", "user" -> Role.USER;
          case "answer", "answers", "assistant" -> Role.ASSISTANT;
          case "reasoning", "thoughts" -> Role.REASONING;
          default -> null;
        };
    if (role != null) {
      (without ? unwantedRoles : roles).add(role);
    } else if (value.equals("trash")) {
      trash = !without;
    } else {
      return false;
    }
    return true;
  }

  private boolean when(String name, String value, boolean without) {
    DaySpan span = DaySpan.of(value, today);
    if (span == null) {
      return false;
    }
    switch (name) {
      case "on" -> {
        if (without) {
          unwantedDays.add(span);
        } else {
          from = span.first();
          to = span.next();
        }
      }
      case "before" -> limit(span.first(), without);
      default -> limit(span.first(), !without);
    }
    return true;
  }

  private void limit(LocalDate day, boolean first) {
    if (first) {
      from = day;
    } else {
      to = day;
    }
  }

  private void take(String text, boolean open, boolean without) {
    List<Phrase> phrases = Phrases.of(text, open, SearchQuery.MOST_WORDS - words);
    for (Phrase phrase : phrases) {
      words += phrase.tokens().size();
      (without ? unwanted : wanted).add(phrase);
    }
  }
}
