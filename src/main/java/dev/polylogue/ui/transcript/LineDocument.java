package dev.polylogue.ui.transcript;

import java.util.ArrayList;
import java.util.List;
import org.fxmisc.richtext.model.EditableStyledDocument;
import org.fxmisc.richtext.model.ReadOnlyStyledDocument;
import org.fxmisc.richtext.model.ReadOnlyStyledDocumentBuilder;
import org.fxmisc.richtext.model.StyledSegment;

/**
 * The lines of the area in sections that grow on their own. A change touches the lines that really
 * differ and nothing else, so that it costs the same in a long transcript as in a short one.
 *
 * <p>FX thread.
 */
final class LineDocument {
  private final EditableStyledDocument<LineStyle, Segment, TextStyle> content;
  private final List<Section> sections = new ArrayList<>();
  private boolean gathering;

  LineDocument(EditableStyledDocument<LineStyle, Segment, TextStyle> content) {
    this.content = content;
  }

  /** A stretch of lines with one owner. */
  final class Section {
    private final List<Line> lines = new ArrayList<>();

    List<Line> lines() {
      return List.copyOf(lines);
    }

    void set(List<Line> all) {
      set(0, all);
    }

    /** Leaves the first {@code kept} lines and puts these in place of the others. */
    void set(int kept, List<Line> tail) {
      int same = kept;
      int shorter = Math.min(lines.size(), kept + tail.size());
      while (same < shorter && lines.get(same).equals(tail.get(same - kept))) {
        same++;
      }
      int end = lines.size();
      int tailEnd = tail.size();
      while (end > same
          && tailEnd > same - kept
          && lines.get(end - 1).equals(tail.get(tailEnd - 1))) {
        end--;
        tailEnd--;
      }
      List<Line> fresh = List.copyOf(tail.subList(same - kept, tailEnd));
      List<Line> stale = lines.subList(same, end);
      if (!gathering) {
        splice(start(this) + same, List.copyOf(stale), fresh);
      }
      stale.clear();
      lines.addAll(same, fresh);
    }
  }

  Section append() {
    Section section = new Section();
    sections.add(section);
    return section;
  }

  Section insertBefore(Section next) {
    Section section = new Section();
    sections.add(sections.lastIndexOf(next), section);
    return section;
  }

  /** Takes a section and all below it away. */
  void truncate(Section first) {
    int from = sections.indexOf(first);
    List<Line> stale = new ArrayList<>();
    sections.subList(from, sections.size()).forEach(section -> stale.addAll(section.lines));
    splice(start(first), stale, List.of());
    sections.subList(from, sections.size()).clear();
  }

  /** Puts whatever the work appends on screen in one go. */
  void together(Runnable work) {
    int from = sections.size();
    gathering = true;
    try {
      work.run();
    } finally {
      gathering = false;
    }
    List<Line> fresh = new ArrayList<>();
    sections.subList(from, sections.size()).forEach(section -> fresh.addAll(section.lines));
    splice(content.getParagraphs().size() - 1, List.of(), fresh);
  }

  /** The line of the area at which a section begins; counted from the end, where things happen. */
  int start(Section section) {
    int line = content.getParagraphs().size() - 1;
    for (int i = sections.size() - 1; i >= 0; i--) {
      line -= sections.get(i).lines.size();
      if (sections.get(i) == section) {
        return line;
      }
    }
    throw new IllegalStateException("A section that was removed");
  }

  private void splice(int at, List<Line> stale, List<Line> fresh) {
    if (stale.isEmpty() && fresh.isEmpty()) {
      return;
    }
    if (stale.isEmpty()) {
      LineStyle below = content.getParagraphs().get(at).getParagraphStyle();
      List<Line> opened = new ArrayList<>(fresh);
      opened.add(new Line(below, List.of()));
      content.replace(offset(at, 0), offset(at, 0), document(opened));
    } else if (fresh.isEmpty()) {
      int end = at + stale.size();
      LineStyle below = content.getParagraphs().get(end).getParagraphStyle();
      content.replace(offset(at, 0), offset(end, 0), document(List.of(new Line(below, List.of()))));
    } else {
      int last = at + stale.size() - 1;
      int same = Common.prefix(stale.getFirst(), fresh.getFirst());
      var replacement = document(fresh);
      content.replace(
          offset(at, same),
          offset(last, content.getParagraphs().get(last).length()),
          same == 0 ? replacement : replacement.subSequence(same, replacement.length()));
    }
  }

  private int offset(int line, int column) {
    return content.position(line, column).toOffset();
  }

  private static ReadOnlyStyledDocument<LineStyle, Segment, TextStyle> document(List<Line> lines) {
    return ReadOnlyStyledDocumentBuilder.constructDocument(
        TranscriptArea.RULES,
        TranscriptArea.END,
        builder -> lines.forEach(line -> builder.addParagraph(segments(line), line.style())));
  }

  private static List<StyledSegment<Segment, TextStyle>> segments(Line line) {
    return line.runs().isEmpty()
        ? List.of(new StyledSegment<>(Segment.NOTHING, TextStyle.PLAIN))
        : line.breakable().stream()
            .map(run -> new StyledSegment<>(run.segment(), run.style()))
            .toList();
  }
}
