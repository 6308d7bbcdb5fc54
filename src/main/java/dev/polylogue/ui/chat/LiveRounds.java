package dev.polylogue.ui.chat;

import dev.polylogue.run.Round;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;

/** The rounds this window started or found that still run, of every comparison. FX thread. */
public final class LiveRounds {
  private final ObservableList<Round> rounds = FXCollections.observableArrayList();
  private final ObservableList<Round> all = FXCollections.unmodifiableObservableList(rounds);
  private final ObservableSet<UUID> comparisons = FXCollections.observableSet();
  private final ObservableSet<UUID> shown = FXCollections.unmodifiableObservableSet(comparisons);

  public ObservableList<Round> all() {
    return all;
  }

  /** The comparisons in which something is live. */
  public ObservableSet<UUID> comparisons() {
    return shown;
  }

  void add(Round round) {
    if (!rounds.contains(round)) {
      rounds.add(round);
      comparisons.add(round.comparison());
    }
  }

  /** Lets go of the rounds that are done. */
  public void frame() {
    if (rounds.removeIf(Round::isDone)) {
      comparisons.retainAll(
          rounds.stream().map(Round::comparison).collect(Collectors.toUnmodifiableSet()));
    }
  }
}
