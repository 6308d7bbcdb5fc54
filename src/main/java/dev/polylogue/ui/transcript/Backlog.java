package dev.polylogue.ui.transcript;

import dev.polylogue.run.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The turns above those that have been laid out. They are laid out too, from the last one to the
 * first, some at a time and off the FX thread, so that a long comparison is there at once and
 * complete soon after. FX thread.
 */
final class Backlog {
  /** As many turns, or characters, as are put on screen in one frame without its being noticed. */
  private static final int TURNS = 16;

  private static final int CHARACTERS = 24_000;

  private final Canvas canvas;
  private final Consumer<Chapter> arrived;
  private final List<TranscriptTurn> waiting = new ArrayList<>();
  private int version;
  private boolean busy;
  private boolean seen;

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

  /** These are to come, in place of what was. What is being laid out now comes too late. */
  void set(List<TranscriptTurn> turns) {
    waiting.clear();
    waiting.addAll(turns);
    version++;
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
    int asked = version;
    int from = last(waiting, TURNS, CHARACTERS);
    List<TranscriptTurn> turns = List.copyOf(waiting.subList(from, waiting.size()));
    canvas
        .work()
        .run(
            () -> Chapter.of(canvas, turns, from == 0),
            chapter -> take(asked, chapter),
            failure -> {
              throw new IllegalStateException("Turns that can't be laid out", failure);
            });
  }

  private void take(int asked, Chapter chapter) {
    busy = false;
    if (asked == version) {
      List<TranscriptTurn> now =
          waiting.subList(waiting.size() - chapter.turns().size(), waiting.size());
      arrived.accept(chapter);
      for (int i = 0; i < now.size(); i++) {
        chapter.turns().get(i).show(now.get(i));
      }
      now.clear();
    }
    next();
  }

  /**
   * Where the last turns begin that are few enough; always one at least, where there is one.
   *
   * @param most of turns, and of characters in them
   */
  static int last(List<TranscriptTurn> turns, int most, int characters) {
    int from = turns.size();
    long length = 0;
    while (from > 0 && turns.size() - from < most && length < characters) {
      from--;
      length += turns.get(from).length();
    }
    return from;
  }
}
