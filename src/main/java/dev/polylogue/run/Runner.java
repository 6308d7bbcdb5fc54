package dev.polylogue.run;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.LongSupplier;

/** Starts rounds: one virtual thread for each run, and one for the journal of the round. */
public final class Runner {
  private final LongSupplier nanos;
  private final Patience patience;

  /**
   * @param nanos a clock that never goes back, such as {@link System#nanoTime}
   */
  public Runner(LongSupplier nanos, Patience patience) {
    this.nanos = nanos;
    this.patience = patience;
  }

  /** With the usual patience, by the clock of the system and without jitter. */
  public Runner(LongSupplier nanos) {
    this(nanos, Patience.usual(Pause.REAL, () -> 0));
  }

  /** Returns at once; every job already runs. */
  public Round start(UUID comparison, UUID turn, List<Job> jobs, Journal journal) {
    Signal changed = new Signal();
    Signal journalDue = new Signal();
    CountDownLatch live = new CountDownLatch(jobs.size());
    List<Run> runs = new ArrayList<>();
    for (Job job : jobs) {
      Bells bells = new Bells(changed, journalDue);
      runs.add(new Run(job, journal, bells, new Stopwatch(nanos), patience, live));
    }
    Round round = new Round(comparison, turn, runs, changed, live);
    runs.forEach(run -> Thread.ofVirtual().name("reply-" + run.reply()).start(run::execute));
    JournalKeeper keeper = new JournalKeeper(round, journal, journalDue);
    Thread.ofVirtual().name("journal-" + turn).start(keeper::keep);
    return round;
  }
}
