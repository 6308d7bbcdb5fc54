package dev.polylogue.history;

import dev.polylogue.conversation.Found.Role;
import dev.polylogue.history.SearchQuery.Phrase;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says in the language of FTS5 what is looked for. Every word is quoted and none has a quote in it,
 * so that nothing anybody types is an operator here.
 */
final class SearchExpression {
  /** With more comparisons than this it is quicker to look at each passage. */
  private static final int MOST_COMPARISONS = 100;

  /** Years further away than this hold nothing. */
  private static final int FIRST_YEAR = 1990;

  private static final int LAST_YEAR = 2150;

  private final Db db;

  SearchExpression(Db db) {
    this.db = db;
  }

  /** Empty when nothing can be found. */
  Optional<String> of(SearchQuery query) throws SQLException {
    if (query.isEmpty()) {
      return Optional.empty();
    }
    List<String> all = new ArrayList<>();
    query.wanted().forEach(phrase -> all.add(phrase(phrase)));
    SearchQuery.Filters filters = query.filters();
    List<@Nullable String> narrowed = new ArrayList<>();
    narrowed.add(voices(filters));
    narrowed.add(roles(filters));
    narrowed.add(filters.images() ? quoted(Facts.image()) : "");
    narrowed.add(days(filters.from(), filters.to()));
    narrowed.add(comparisons(filters));
    for (String part : narrowed) {
      if (part == null) {
        return Optional.empty();
      }
      if (!part.isEmpty()) {
        all.add(part);
      }
    }
    if (all.isEmpty()) {
      all.add(either(Stream.of(Role.values()).map(Facts::role).toList()));
    }
    String wanted = String.join(" AND ", all);
    List<String> unwanted = new ArrayList<>(unwantedFacts(query.without()));
    query.unwanted().forEach(phrase -> unwanted.add(phrase(phrase)));
    return Optional.of(
        unwanted.isEmpty()
            ? wanted
            : "(%s) NOT (%s)".formatted(wanted, String.join(" OR ", unwanted)));
  }

  private static String phrase(Phrase phrase) {
    if (phrase.character()) {
      return quoted(Facts.character(phrase.tokens().getFirst()));
    }
    return quoted(String.join(" ", phrase.tokens())) + (phrase.open() ? " *" : "");
  }

  private static String quoted(String token) {
    return '"' + token.replace("\"", "\"\"") + '"';
  }

  private static String either(List<String> tokens) {
    return tokens.stream()
        .map(SearchExpression::quoted)
        .collect(Collectors.joining(" OR ", "(", ")"));
  }

  /** The models whose names fit; empty for all, null for none. */
  private @Nullable String voices(SearchQuery.Filters filters) throws SQLException {
    if (!filters.names().hasVoices()) {
      return "";
    }
    List<String> fitting =
        voices(
            (provider, whole) ->
                (filters.models().isEmpty() || fits(whole, filters.models()))
                    && (filters.providers().isEmpty() || fits(provider, filters.providers())));
    return fitting.isEmpty() ? null : either(fitting);
  }

  private List<String> unwantedFacts(SearchQuery.Without without) throws SQLException {
    List<String> facts = new ArrayList<>(unwantedVoices(without.names()));
    without.roles().stream().sorted().map(Facts::role).forEach(role -> facts.add(quoted(role)));
    if (without.images()) {
      facts.add(quoted(Facts.image()));
    }
    return facts;
  }

  private List<String> unwantedVoices(SearchQuery.Names without) throws SQLException {
    return without.hasVoices()
        ? voices(
                (provider, whole) ->
                    fits(whole, without.models()) || fits(provider, without.providers()))
            .stream()
            .map(SearchExpression::quoted)
            .toList()
        : List.of();
  }

  /**
   * @param fitting takes the provider, and the provider with the model
   */
  private List<String> voices(BiPredicate<String, String> fitting) throws SQLException {
    List<String> voices = new ArrayList<>();
    db.each(
        "SELECT id, provider, model FROM passage_model",
        row -> {
          String provider = row.text("provider").toLowerCase(Locale.ROOT);
          String whole = provider + "/" + row.text("model").toLowerCase(Locale.ROOT);
          if (fitting.test(provider, whole)) {
            voices.add(Facts.model(row.whole("id")));
          }
        });
    return voices;
  }

  private static boolean fits(String name, List<String> wanted) {
    return wanted.stream().anyMatch(name::contains);
  }

  private static String roles(SearchQuery.Filters filters) {
    return filters.roles().isEmpty()
        ? ""
        : either(filters.roles().stream().sorted().map(Facts::role).toList());
  }

  /** Whole years, months and days that cover a time, a day more at each end for other zones. */
  private static String days(@Nullable LocalDate from, @Nullable LocalDate to) {
    if (from == null && to == null) {
      return "";
    }
    LocalDate first = LocalDate.of(FIRST_YEAR, 1, 1);
    LocalDate last = LocalDate.of(LAST_YEAR, 1, 1);
    LocalDate at = from == null || from.isBefore(first) ? first : from.minusDays(1);
    LocalDate end = to == null || to.isAfter(last) ? last : to.plusDays(1);
    List<String> spans = new ArrayList<>();
    while (at.isBefore(end)) {
      if (at.getDayOfYear() == 1 && !at.plusYears(1).isAfter(end)) {
        spans.add(Facts.year(at.getYear()));
        at = at.plusYears(1);
      } else if (at.getDayOfMonth() == 1 && !at.plusMonths(1).isAfter(end)) {
        spans.add(Facts.month(at));
        at = at.plusMonths(1);
      } else {
        spans.add(Facts.day(at));
        at = at.plusDays(1);
      }
    }
    return spans.isEmpty() ? quoted("\uE000") : either(spans);
  }

  /**
   * The comparisons with the tags, or in the trash, where they are few; null when there is none.
   */
  private @Nullable String comparisons(SearchQuery.Filters filters) throws SQLException {
    if (filters.tags().isEmpty() && !filters.trash()) {
      return "";
    }
    List<Long> few =
        filters.trash()
            ? db.list(
                """
                SELECT passage_comparison.id FROM comparison
                JOIN passage_comparison ON comparison = comparison.id
                WHERE trashed_at IS NOT NULL LIMIT ?
                """,
                row -> row.whole("id"),
                MOST_COMPARISONS + 1)
            : db.list(
                """
                SELECT passage_comparison.id FROM comparison_tag
                JOIN passage_comparison
                ON passage_comparison.comparison = comparison_tag.comparison
                WHERE tag = ? LIMIT ?
                """,
                row -> row.whole("id"),
                filters.tags().getFirst(),
                MOST_COMPARISONS + 1);
    if (few.isEmpty()) {
      return null;
    }
    return few.size() > MOST_COMPARISONS
        ? ""
        : either(few.stream().map(Facts::comparison).toList());
  }
}
