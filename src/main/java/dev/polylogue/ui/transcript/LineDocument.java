package dev.polylogue.ui.transcript;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lines of one turn, in sections that grow on their own. A change touches the lines that really
 * differ and nothing else, so that it costs the same in a long transcript as in a short one.
 *
 * <p>One thread at a time until it is put on a {@link LineStack}, then the FX thread.
 */
final class LineDocument {
  private final List<Section> sections = new ArrayList<>();
  private @Nullable LineStack stack;
  private int size;

  /** A stretch of lines with one owner. */
  final class Section {
    private final List<Line> lines = new ArrayList<>();

    List<Line> lines() {
      return List.copyOf(lines);
    }

    int size() {
      return lines.size();
    }

    Line line(int index) {
      return lines.get(index);
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
      if (stack != null) {
        stack.splice(stack.start(LineDocument.this) + start(this) + same, stale, fresh);
      }
      size += fresh.size() - stale.size();
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

  /** Changes show on this from now on; on none when it is null. */
  void standOn(@Nullable LineStack changed) {
    stack = changed;
  }

  /** How many lines there are. */
  int size() {
    return size;
  }

  /** Takes the sections between two others away. */
  void removeBetween(Section above, Section below) {
    List<Section> between =
        sections.subList(sections.lastIndexOf(above) + 1, sections.lastIndexOf(below));
    between.forEach(section -> section.set(List.of()));
    between.clear();
  }

  List<Line> lines() {
    return sections.stream().flatMap(section -> section.lines.stream()).toList();
  }

  /** The line of this document at which a section begins. */
  int start(Section section) {
    int line = 0;
    for (Section above : sections) {
      if (above == section) {
        break;
      }
      line += above.lines.size();
    }
    return line;
  }
}
