package dev.polylogue.ui.transcript;

import dev.polylogue.conversation.Part;
import dev.polylogue.ui.kit.Texts;
import dev.polylogue.ui.transcript.Line.Run;
import dev.polylogue.ui.transcript.LineStyle.Look;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The sources of a reply as numbered lines: title and host. */
final class Sources {
  private static final int LONGEST_TITLE = 200;

  private Sources() {}

  static List<Line> lines(Texts texts, List<Part.Citation> citations) {
    List<Line> lines = new ArrayList<>();
    for (Part.Citation citation : citations) {
      if (lines.isEmpty()) {
        lines.add(
            Line.of(
                LineStyle.of(Look.NOTE, 16),
                Run.words(texts.get("transcript.sources"), TextStyle.of(TextStyle.Tone.MUTED))));
      }
      lines.add(line(lines.size(), citation));
    }
    return lines;
  }

  private static Line line(int number, Part.Citation citation) {
    String host = host(citation.url());
    String title = citation.title() == null || citation.title().isBlank() ? host : citation.title();
    String words = Hygiene.visible(title.strip().replaceAll("\\s+", " "));
    String shown = words.length() > LONGEST_TITLE ? words.substring(0, LONGEST_TITLE) : words;
    TextStyle link = new TextStyle(Set.of(), TextStyle.Tone.NORMAL, citation.url());
    return Line.of(
        LineStyle.of(Look.SOURCE, 4),
        Run.words("\u00A0" + number + "\u00A0", TextStyle.of(TextStyle.Tone.NUMBER)),
        Run.words("  ", TextStyle.PLAIN),
        Run.words(shown, link),
        Run.words("  " + Hygiene.visible(host), TextStyle.of(TextStyle.Tone.MUTED)));
  }

  private static String host(String url) {
    try {
      String host = URI.create(url).getHost();
      return host == null ? url : host;
    } catch (IllegalArgumentException e) {
      return url;
    }
  }
}
