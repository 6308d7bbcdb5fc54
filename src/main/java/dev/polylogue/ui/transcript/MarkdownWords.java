package dev.polylogue.ui.transcript;

import dev.polylogue.ui.markdown.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes words in their styles as Markdown that reads the same. One use each. */
final class MarkdownWords {
  private static final Map<Span.Mark, String> SIGNS =
      Map.of(Span.Mark.STRONG, "**", Span.Mark.EMPHASIS, "*", Span.Mark.STRIKE, "~~");

  private final StringBuilder written = new StringBuilder();
  private final List<Span.Mark> open = new ArrayList<>();
  private String blanks = "";
  private @Nullable String link;
  private int linkStart;

  private MarkdownWords() {}

  static String of(List<Span> spans) {
    MarkdownWords words = new MarkdownWords();
    spans.forEach(words::add);
    words.close(Set.of());
    words.leaveLink();
    return words.written.append(words.blanks).toString();
  }

  /** Blanks stand outside of marks, as these would else not count. */
  private void add(Span span) {
    String core = span.text().strip();
    if (core.isEmpty()) {
      blanks += span.text();
      return;
    }
    boolean picture = span.marks().contains(Span.Mark.PICTURE);
    String address = picture ? null : span.address();
    boolean sameLink = Objects.equals(address, link);
    close(sameLink ? span.marks() : Set.of());
    if (!sameLink) {
      leaveLink();
    }
    int lead = span.text().indexOf(core);
    written.append(blanks).append(span.text(), 0, lead);
    blanks = span.text().substring(lead + core.length());
    if (!sameLink && address != null) {
      link = address;
      linkStart = written.length();
      written.append('[');
    }
    open(span.marks());
    written.append(picture ? picture(core, span.address()) : words(core, span.marks()));
  }

  private static String picture(String words, @Nullable String address) {
    return "![" + escaped(words) + "](" + target(address == null ? "" : address) + ")";
  }

  private String words(String core, Set<Span.Mark> marks) {
    if (marks.contains(Span.Mark.CODE)) {
      return code(core);
    }
    String escaped = escaped(core);
    return written.isEmpty() ? startEscaped(escaped) : escaped;
  }

  private void leaveLink() {
    if (link != null) {
      String words = written.substring(linkStart + 1);
      if (words.equals(escaped(link)) && link.matches("https?://[^\\s<>]+")) {
        written.replace(linkStart, written.length(), "<" + link + ">");
      } else {
        written.append("](").append(target(link)).append(')');
      }
      link = null;
    }
  }

  private void close(Set<Span.Mark> staying) {
    int keep = 0;
    while (keep < open.size() && staying.contains(open.get(keep))) {
      keep++;
    }
    while (open.size() > keep) {
      written.append(SIGNS.get(open.removeLast()));
    }
  }

  private void open(Set<Span.Mark> marks) {
    for (Span.Mark mark : Span.Mark.values()) {
      if (marks.contains(mark) && SIGNS.containsKey(mark) && !open.contains(mark)) {
        open.add(mark);
        written.append(SIGNS.get(mark));
      }
    }
  }

  private static String target(String address) {
    boolean odd = address.isEmpty() || address.chars().anyMatch(c -> " ()<>".indexOf(c) >= 0);
    return odd ? "<" + address.replace("<", "%3C").replace(">", "%3E") + ">" : address;
  }

  static String code(String text) {
    String fence = "`".repeat(longest(text, '`') + 1);
    boolean padded = text.startsWith("`") || text.endsWith("`");
    return fence + (padded ? " " + text + " " : text) + fence;
  }

  /** How many times a character follows itself at most. */
  static int longest(String text, char wanted) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = text.charAt(i) == wanted ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }

  /** Text in which nothing would be read as Markdown. */
  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean special =
          switch (c) {
            case '\\', '`', '*', '[', ']', '<' -> true;
            case '_' -> !inWord(text, i);
            case '~' -> next(text, i) == '~' || i > 0 && text.charAt(i - 1) == '~';
            case '&' -> Character.isLetter(next(text, i)) || next(text, i) == '#';
            default -> false;
          };
      escaped.append(special ? "\\" : "").append(c);
    }
    return escaped.toString();
  }

  private static boolean inWord(String text, int at) {
    return at > 0
        && Character.isLetterOrDigit(text.charAt(at - 1))
        && Character.isLetterOrDigit(next(text, at));
  }

  private static char next(String text, int at) {
    return at + 1 < text.length() ? text.charAt(at + 1) : ' ';
  }

  /** The same for what would begin a block. */
  private static String startEscaped(String text) {
    if (text.matches("(?s)[#>+=|-].*")) {
      return "\\" + text;
    }
    return text.matches("(?s)\\d{1,9}[.)](\\s.*)?") ? text.replaceFirst("([.)])", "\\\\$1") : text;
  }
}
