package dev.polylogue.session;

import dev.polylogue.run.Job;
import dev.polylogue.run.Journal;
import dev.polylogue.run.Round;
import dev.polylogue.run.Runner;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** The rounds that were started, for as long as they are live. Any thread. */
final class Rounds implements AutoCloseable {
  private final Runner runner;
  private final List<Round> rounds = new CopyOnWriteArrayList<>();

  Rounds(Runner runner) {
    this.runner = runner;
  }

  Round start(UUID comparison, UUID turn, List<Job> jobs, Journal journal) {
    rounds.removeIf(Round::isDone);
    Round round = runner.start(comparison, turn, jobs, journal);
    rounds.add(round);
    return round;
  }

  /** Those of a comparison that are still live. */
  List<Round> live(UUID comparison) {
    return rounds.stream()
        .filter(round -> round.comparison().equals(comparison) && !round.isDone())
        .toList();
  }

  /** Ends every live round as interrupted, and waits until all of it is stored. */
  @Override
  public void close() {
    try {
      for (Round round : rounds) {
        round.interruptAll();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
