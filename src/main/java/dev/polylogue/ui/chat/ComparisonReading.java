package dev.polylogue.ui.chat;

import dev.polylogue.conversation.Comparison;
import dev.polylogue.conversation.ReadingPlace;
import dev.polylogue.history.HistoryException;
import dev.polylogue.run.Round;
import dev.polylogue.session.Compare;
import dev.polylogue.session.Comparisons;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads a comparison for the screen. Blocks; never the FX thread. */
final class ComparisonReading {
  /** So many of the last turns are read first, so that they can be seen at once. */
  private static final int FIRST_TURNS = 16;

  private final Comparisons comparisons;
  private final Compare compare;

  ComparisonReading(Comparisons comparisons, Compare compare) {
    this.comparisons = comparisons;
    this.compare = compare;
  }

  /**
   * A comparison and the rounds of it that were live when it was read.
   *
   * @param places where its panes were being read, for those that were not at the bottom
   */
  record Read(Comparison comparison, List<Round> live, Map<UUID, ReadingPlace> places) {
    /** Whether turns above those that were read may be missing. */
    boolean isCut() {
      return comparison.turns().size() == FIRST_TURNS;
    }

    private boolean hasAllThatIsLive() {
      return live.stream().allMatch(round -> comparison.turn(round.turn()).isPresent());
    }
  }

  /** With the last of its turns, and all of them where an earlier one is live. */
  Read first(UUID comparison) throws HistoryException {
    // The rounds come first: one that ends while the rest is read is then shown from its run.
    List<Round> running = compare.live(comparison);
    Map<UUID, ReadingPlace> places = comparisons.places(comparison);
    Read last = new Read(there(comparisons.open(comparison, FIRST_TURNS)), running, places);
    return last.hasAllThatIsLive()
        ? last
        : new Read(there(comparisons.open(comparison)), running, places);
  }

  /** With all of its turns, and without the places. */
  Read whole(UUID comparison) throws HistoryException {
    List<Round> running = compare.live(comparison);
    return new Read(there(comparisons.open(comparison)), running, Map.of());
  }

  private static Comparison there(Optional<Comparison> found) {
    return found.orElseThrow(() -> new IllegalArgumentException("There is no such comparison."));
  }
}
