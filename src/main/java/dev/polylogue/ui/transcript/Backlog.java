package dev.polylogue.ui.transcript;

import dev.polylogue.run.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The turns above those that have been laid out. They are laid out too, from the last one to the
 * first, some at a time and off the FX thread: a screen of them first, so that a long comparison is
 * there at once and complete soon after. FX thread.
 */
final class Backlog {
  /** More than a screen of turns, or characters, as a rule. */
  private static final Amount FIRST = new Amount(8, 4_000);

  /** As many as are put on screen in one frame without its being noticed. */
  private static final Amount NEXT = new Amount(16, 24_000);

  private final Canvas canvas;
  private final Consumer<Chapter> arrived;
  private final List<TranscriptTurn> waiting = new ArrayList<>();
  private Amount due = FIRST;
  private boolean busy;
  private boolean seen;

  private record Amount(int turns, int characters) {}

  /**
   * @param arrived puts the turns of a chapter above all others
   */
  Backlog(Canvas canvas, Consumer<Chapter> arrived) {
    this.canvas = canvas;
    this.arrived = arrived;
  }

  List<TranscriptTurn> waiting() {
    return waiting;
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  /** These are to come, in place of what was. What is being laid out now may be of use still. */
  void set(List<TranscriptTurn> turns) {
    waiting.clear();
    waiting.addAll(turns);
    due = FIRST;
    next();
  }

  /** The same turns, their replies further on. */
  void refresh(List<TranscriptTurn> turns) {
    waiting.clear();
    waiting.addAll(turns);
  }

  /** Whether anybody sees the transcript: else nothing is laid out. */
  void seen(boolean now) {
    seen = now;
    next();
  }

  /** A reply has moved on before it was laid out. */
  void update(UUID turn, Snapshot reply) {
    for (int i = 0; i < waiting.size(); i++) {
      if (waiting.get(i).turn().equals(turn)) {
        waiting.set(i, waiting.get(i).with(reply));
      }
    }
  }

  private void next() {
    if (busy || !seen || waiting.isEmpty()) {
      return;
    }
    busy = true;
    int from = begin(waiting, due);
    List<TranscriptTurn> turns = List.copyOf(waiting.subList(from, waiting.size()));
    canvas
        .work()
        .run(
            () -> Chapter.of(canvas, turns, from == 0),
            chapter -> take(turns, chapter),
            failure -> {
              throw new IllegalStateException("Turns that can't be laid out", failure);
            });
  }

  private void take(List<TranscriptTurn> asked, Chapter chapter) {
    busy = false;
    List<TranscriptTurn> now =
        waiting.subList(Math.max(0, waiting.size() - asked.size()), waiting.size());
    if (areSame(now, asked)) {
      due = NEXT;
      arrived.accept(chapter);
      for (int i = 0; i < now.size(); i++) {
        chapter.turns().get(i).show(now.get(i));
      }
      now.clear();
    }
    next();
  }

  private static boolean areSame(List<TranscriptTurn> now, List<TranscriptTurn> asked) {
    boolean same = now.size() == asked.size();
    for (int i = 0; same && i < now.size(); i++) {
      same = now.get(i).fits(asked.get(i));
    }
    return same;
  }

  /** Where the last turns begin that are few enough; always one at least, where there is one. */
  private static int begin(List<TranscriptTurn> turns, Amount most) {
    int from = turns.size();
    long length = 0;
    while (from > 0 && turns.size() - from < most.turns && length < most.characters) {
      from--;
      length += turns.get(from).length();
    }
    return from;
  }
}
