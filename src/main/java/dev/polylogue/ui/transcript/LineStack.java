package dev.polylogue.ui.transcript;

import java.util.ArrayList;
import java.util.List;
import org.fxmisc.richtext.model.EditableStyledDocument;
import org.fxmisc.richtext.model.ReadOnlyStyledDocument;
import org.fxmisc.richtext.model.ReadOnlyStyledDocumentBuilder;
import org.fxmisc.richtext.model.StyledDocument;
import org.fxmisc.richtext.model.StyledSegment;

/**
 * All lines of the area: documents one below the other, and an empty line at the end. FX thread.
 */
final class LineStack {
  private final EditableStyledDocument<LineStyle, Segment, TextStyle> content;
  private final LineGrowth growth;
  private final Runnable changed;
  private final List<LineDocument> documents = new ArrayList<>();

  /**
   * @param changed runs after lines have come or gone
   */
  LineStack(TranscriptArea area, Runnable changed) {
    this.content = area.getContent();
    this.growth = area.growth();
    this.changed = changed;
  }

  /** Lines in the form in which the area takes them over; made on any thread. */
  record Ready(
      List<LineDocument> documents,
      ReadOnlyStyledDocument<LineStyle, Segment, TextStyle> content,
      int size) {
    static Ready of(List<LineDocument> documents) {
      List<Line> lines = new ArrayList<>();
      documents.forEach(document -> lines.addAll(document.lines()));
      int size = lines.size();
      lines.add(new Line(TranscriptArea.END, List.of()));
      return new Ready(List.copyOf(documents), document(lines), size);
    }
  }

  /** Puts documents above the one that has this place, or at the end, in one go. */
  void insert(int place, Ready ready) {
    int at = offset(start(place), 0);
    replace(at, at, ready.content);
    documents.addAll(place, ready.documents);
    ready.documents.forEach(document -> document.standOn(this));
  }

  /** Takes the documents between two places away. */
  void remove(int from, int to) {
    List<LineDocument> leaving = documents.subList(from, to);
    int first = start(from);
    int end = start(to);
    leaving.forEach(document -> document.standOn(null));
    leaving.clear();
    if (end > first) {
      clear(first, end);
    }
  }

  /** The line of the area at which a document begins; counted from the end, where things happen. */
  int start(LineDocument document) {
    int line = end();
    for (int i = documents.size() - 1; i >= 0; i--) {
      line -= documents.get(i).size();
      if (documents.get(i) == document) {
        return line;
      }
    }
    throw new IllegalStateException("A document that was removed");
  }

  private int start(int place) {
    return place == documents.size() ? end() : start(documents.get(place));
  }

  private int end() {
    return content.getParagraphs().size() - 1;
  }

  /** Puts lines in place of others that begin at a line of the area. */
  void splice(int at, List<Line> stale, List<Line> fresh) {
    if (stale.isEmpty() && fresh.isEmpty()) {
      return;
    }
    if (stale.isEmpty() && at > 0 && content.getParagraphs().get(at - 1).length() > 0) {
      behind(at - 1, fresh);
    } else if (stale.isEmpty()) {
      LineStyle below = content.getParagraphs().get(at).getParagraphStyle();
      List<Line> opened = new ArrayList<>(fresh);
      opened.add(new Line(below, List.of()));
      replace(offset(at, 0), offset(at, 0), document(opened));
    } else if (fresh.isEmpty()) {
      clear(at, at + stale.size());
    } else {
      int last = at + stale.size() - 1;
      int same = Common.prefix(stale.getFirst(), fresh.getFirst());
      int end = offset(last, content.getParagraphs().get(last).length());
      var replacement = document(fresh);
      if (same == 0) {
        replace(offset(at, 0), end, replacement);
      } else {
        var grown = replacement.subSequence(same, replacement.length());
        growth.in(at, () -> replace(offset(at, same), end, grown));
      }
    }
  }

  /** Behind a line, so that the one below keeps its node, which may be a large one. */
  private void behind(int line, List<Line> fresh) {
    var above = content.getParagraphs().get(line);
    List<Line> opened = new ArrayList<>();
    opened.add(new Line(above.getParagraphStyle(), List.of()));
    opened.addAll(fresh);
    int end = offset(line, above.length());
    replace(end, end, document(opened));
  }

  private void clear(int from, int to) {
    LineStyle below = content.getParagraphs().get(to).getParagraphStyle();
    replace(offset(from, 0), offset(to, 0), document(List.of(new Line(below, List.of()))));
  }

  private void replace(int from, int to, StyledDocument<LineStyle, Segment, TextStyle> lines) {
    content.replace(from, to, lines);
    changed.run();
  }

  private int offset(int line, int column) {
    return content.position(line, column).toOffset();
  }

  private static ReadOnlyStyledDocument<LineStyle, Segment, TextStyle> document(List<Line> lines) {
    return ReadOnlyStyledDocumentBuilder.constructDocument(
        TranscriptArea.RULES,
        TranscriptArea.END,
        builder -> lines.forEach(line -> builder.addParagraph(segments(line), line.laid())));
  }

  private static List<StyledSegment<Segment, TextStyle>> segments(Line line) {
    return line.runs().isEmpty()
        ? List.of(new StyledSegment<>(Segment.NOTHING, TextStyle.PLAIN))
        : line.breakable().stream()
            .map(run -> new StyledSegment<>(run.segment(), run.style()))
            .toList();
  }
}
