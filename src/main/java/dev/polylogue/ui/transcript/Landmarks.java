package dev.polylogue.ui.transcript;

import dev.polylogue.conversation.ReadingPlace;
import dev.polylogue.ui.transcript.LineDocument.Section;
import dev.polylogue.ui.transcript.Scroller.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells which turn lies where in the area, and the other way round. FX thread. */
final class Landmarks {
  private final TranscriptArea area;
  private final LineStack stack;
  private final List<TurnView> turns;

  /**
   * @param turns in order; a list that others change
   */
  Landmarks(TranscriptArea area, LineStack stack, List<TurnView> turns) {
    this.area = area;
    this.stack = stack;
    this.turns = turns;
  }

  /** A stretch of lines of the area that has an owner. */
  record Stretch(TurnView turn, Section section, int start) {}

  List<UUID> ids() {
    return turns.stream().map(TurnView::id).toList();
  }

  @Nullable TurnView turn(UUID id) {
    for (int i = turns.size() - 1; i >= 0; i--) {
      if (turns.get(i).id().equals(id)) {
        return turns.get(i);
      }
    }
    return null;
  }

  /** The turn that a line belongs to, or null when there is none. */
  @Nullable TurnView at(int line) {
    int start = area.getParagraphs().size() - 1;
    for (int i = turns.size() - 1; i >= 0; i--) {
      start -= turns.get(i).document().size();
      if (start <= line) {
        return turns.get(i);
      }
    }
    return turns.isEmpty() ? null : turns.getFirst();
  }

  int start(TurnView turn) {
    return stack.start(turn.document());
  }

  /** The turn so many after this one, or null when there is none. */
  @Nullable TurnView after(TurnView turn, int count) {
    int wanted = turns.indexOf(turn) + count;
    return wanted >= 0 && wanted < turns.size() ? turns.get(wanted) : null;
  }

  /** The sections with a line from the first to the last of these lines. */
  List<Stretch> stretches(int first, int last) {
    List<Stretch> found = new ArrayList<>();
    TurnView turn = at(first);
    int start = turn == null ? last + 1 : start(turn);
    while (turn != null && start <= last) {
      for (Section section : turn.sections()) {
        if (start <= last && start + section.size() > first) {
          found.add(new Stretch(turn, section, start));
        }
        start += section.size();
      }
      turn = after(turn, 1);
    }
    return found;
  }

  @Nullable ReadingPlace place(Point point) {
    TurnView turn = at(point.line());
    if (turn == null) {
      return null;
    }
    int rest = point.line() - start(turn);
    List<Section> sections = turn.sections();
    for (int i = 0; i < sections.size(); i++) {
      if (rest < sections.get(i).size()) {
        return new ReadingPlace(turn.id(), i, Math.max(0, rest), point.part());
      }
      rest -= sections.get(i).size();
    }
    return new ReadingPlace(turn.id(), sections.size(), 0, 0);
  }

  /** Whether there is such a line. */
  boolean has(ReadingPlace place) {
    TurnView turn = turn(place.turn());
    List<Section> sections = turn == null ? List.of() : turn.sections();
    return place.section() < sections.size() && place.line() < sections.get(place.section()).size();
  }

  /** The point of a place, as near as can be; null where there is no such turn. */
  @Nullable Point point(ReadingPlace place) {
    TurnView turn = turn(place.turn());
    if (turn == null) {
      return null;
    }
    List<Section> sections = turn.sections();
    int line = start(turn);
    int wanted = Math.min(place.section(), sections.size());
    for (Section section : sections.subList(0, wanted)) {
      line += section.size();
    }
    int size = wanted < sections.size() ? sections.get(wanted).size() : 0;
    return place.line() < size
        ? new Point(line + place.line(), place.part())
        : new Point(line + Math.max(0, size - 1), 0);
  }

  /** The line at which words stand that were found, or -1 when they are not on screen yet. */
  int line(Hit hit) {
    TurnView turn = turn(hit.turn());
    Section section = turn == null ? null : section(turn, hit.passage());
    return turn == null || section == null || hit.line() >= section.size()
        ? -1
        : start(turn) + turn.document().start(section) + hit.line();
  }

  static @Nullable Section section(TurnView turn, int passage) {
    List<PassageSlot> passages = turn.reply().passages();
    if (passage < 0) {
      return turn.prompt();
    }
    return passage < passages.size() ? passages.get(passage).sections().getLast() : null;
  }
}
