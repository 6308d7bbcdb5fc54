package dev.polylogue.ui.transcript;

import dev.polylogue.conversation.Part;
import dev.polylogue.ui.kit.Texts;
import dev.polylogue.ui.transcript.Line.Run;
import dev.polylogue.ui.transcript.LineStyle.Look;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;

/** What a reply rests on: the sources it names, and what the model searched for. */
final class Sources {
  private static final int LONGEST_TITLE = 60;
  private static final int LONGEST_QUERY = 200;
  private static final int MOST_QUERIES = 6;

  private Sources() {}

  /** One line with a chip for each source; none where none was named. */
  static List<Line> lines(List<Part.Citation> citations) {
    return citations.isEmpty()
        ? List.of()
        : List.of(Line.of(LineStyle.of(Look.WIDGET, 16), new SourcesWidget(citations)));
  }

  /** The queries in one quiet line; a model that searched often has the rest counted. */
  static List<Line> searches(Texts texts, List<Part.Search> searches) {
    List<String> queries =
        searches.stream()
            .map(search -> brief(search.query(), LONGEST_QUERY))
            .filter(query -> !query.isEmpty())
            .distinct()
            .toList();
    if (queries.isEmpty()) {
      return List.of();
    }
    String told =
        queries.stream()
            .limit(MOST_QUERIES)
            .map(query -> "\u201C" + query + "\u201D")
            .collect(Collectors.joining(", "));
    int more = queries.size() - MOST_QUERIES;
    String words =
        more > 0
            ? texts.get(
                "transcript.searched.more", told, dev.polylogue.ui.kit.Amounts.whole(texts, more))
            : texts.get("transcript.searched", told);
    return List.of(
        Line.of(LineStyle.of(Look.NOTE, 8), Run.words(words, TextStyle.of(TextStyle.Tone.MUTED))));
  }

  /** What a source is called; its host where nobody said. */
  static String title(Part.Citation citation) {
    String title = citation.title();
    return title == null || title.isBlank() ? host(citation) : brief(title, LONGEST_TITLE);
  }

  /** Title and host in one. */
  static String name(Part.Citation citation) {
    String title = title(citation);
    String host = host(citation);
    return title.equals(host) ? host : title + " \u00B7 " + host;
  }

  /** The host name, which tells a reader whom to believe; the address where there is none. */
  static String host(Part.Citation citation) {
    try {
      String host = URI.create(citation.url()).getHost();
      return brief(host == null ? citation.url() : host, LONGEST_TITLE);
    } catch (IllegalArgumentException e) {
      return brief(citation.url(), LONGEST_TITLE);
    }
  }

  private static String brief(String text, int most) {
    String words = Hygiene.visible(text.strip().replaceAll("\\s+", " "));
    return words.length() > most ? words.substring(0, most - 1).stripTrailing() + "\u2026" : words;
  }
}
