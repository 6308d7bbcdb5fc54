package dev.polylogue.run;

import java.util.ArrayList;
import java.util.List;

/**
 * Stores the words of a round while they stream, all panes in one commit. Words that could not be
 * stored wait here and are tried again, and each run says so until it worked.
 */
final class JournalKeeper {
  /** Well under the 250 ms that a killed program may lose, so that the commit itself fits in. */
  private static final long TICK_MILLIS = 100;

  private final Round round;
  private final Journal journal;
  private final Signal due;
  private final List<Journal.Entry> unsaved = new ArrayList<>();

  JournalKeeper(Round round, Journal journal, Signal due) {
    this.round = round;
    this.journal = journal;
    this.due = due;
  }

  /** Runs until the round is done. */
  void keep() {
    long seen = 0;
    try {
      while (!round.isDone()) {
        seen = due.await(seen, TICK_MILLIS);
        write();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void write() {
    unsaved.addAll(round.fresh());
    if (unsaved.isEmpty()) {
      return;
    }
    try {
      journal.append(unsaved);
      unsaved.clear();
      round.runs().forEach(run -> run.storage(null));
    } catch (JournalException e) {
      round.runs().forEach(run -> run.storage(e.getMessage()));
    } catch (RuntimeException | Error e) {
      // Whatever goes wrong in there, the journal is kept going (D39).
      round.runs().forEach(run -> run.storage(e.toString()));
    }
  }
}
