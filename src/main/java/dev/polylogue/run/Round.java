package dev.polylogue.run;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The runs of one turn, one for each pane that was asked. Any thread. */
public final class Round {
  /** A change is told at once; this is but for safety. */
  private static final long LOOK_MILLIS = 10_000;

  private final UUID comparison;
  private final UUID turn;
  private final List<Run> runs;
  private final Signal changed;
  private final CountDownLatch live;

  Round(UUID comparison, UUID turn, List<Run> runs, Signal changed, CountDownLatch live) {
    this.comparison = comparison;
    this.turn = turn;
    this.runs = List.copyOf(runs);
    this.changed = changed;
    this.live = live;
  }

  public UUID comparison() {
    return comparison;
  }

  public UUID turn() {
    return turn;
  }

  public List<Run> runs() {
    return runs;
  }

  public void stopAll() {
    runs.forEach(Run::stop);
  }

  /** Ends every live run because the program ends, and waits until all of it is stored. */
  public void interruptAll() throws InterruptedException {
    runs.forEach(Run::interrupt);
    awaitEnd();
  }

  public boolean isDone() {
    return live.getCount() == 0;
  }

  /**
   * Waits until something changed since the count that was seen, or the time is over.
   *
   * @return the count now; start with -1
   */
  public long awaitChange(long seen, long millis) throws InterruptedException {
    return changed.await(seen, millis);
  }

  /** Waits until the reply has its first words, or has ended without. */
  public void awaitWords(Run run) throws InterruptedException {
    long seen = -1;
    while (run.result() == null && run.snapshot().content().passages().isEmpty()) {
      seen = awaitChange(seen, LOOK_MILLIS);
    }
  }

  /**
   * Lets so much time pass, or less when the round ends before.
   *
   * @return whether the round has ended
   */
  public boolean pause(long millis) throws InterruptedException {
    return live.await(millis, TimeUnit.MILLISECONDS);
  }

  /** Waits until every reply has reached its end and was stored. */
  public void awaitEnd() throws InterruptedException {
    live.await();
  }

  List<Journal.Entry> fresh() {
    List<Journal.Entry> entries = new ArrayList<>();
    runs.forEach(run -> entries.addAll(run.fresh()));
    return entries;
  }
}
