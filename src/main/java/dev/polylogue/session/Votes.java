package dev.polylogue.session;

import dev.polylogue.history.HistoryException;
import dev.polylogue.history.HistoryStore;
import dev.polylogue.history.VoteStore;
import dev.polylogue.vote.Blinding;
import dev.polylogue.vote.Leaderboard;
import dev.polylogue.vote.RatingHistory;
import dev.polylogue.vote.Selection;
import dev.polylogue.vote.Slip;
import dev.polylogue.vote.TaggedVote;
import dev.polylogue.vote.Vote;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;

/** Votes on replies, hidden models, tags, and what the votes say. */
public final class Votes {
  /** The same votes give the same intervals, so that a figure does not move by itself. */
  private static final long STEADY = 20_250_101;

  private final VoteStore store;
  private final Identities identities;
  private final Clock clock;
  private final LongSupplier random;

  /**
   * @param clock says when a vote was cast, and in which zone days begin
   * @param random decides in which order panes stand whose models are hidden
   */
  public Votes(HistoryStore history, Identities identities, Clock clock, LongSupplier random) {
    this.store = history.votes();
    this.identities = identities;
    this.clock = clock;
    this.random = random;
  }

  /**
   * What is known of a comparison beside its panes.
   *
   * @param votes the one that counts for each turn
   * @param blinding null while the models are named
   */
  public record Booth(
      UUID comparison, List<Vote> votes, @Nullable Blinding blinding, SequencedSet<String> tags) {}

  public Booth booth(UUID comparison) throws HistoryException {
    return new Booth(
        comparison,
        store.of(comparison),
        store.blinding(comparison).orElse(null),
        store.tags(comparison));
  }

  /**
   * Keeps a vote. One on the same turn that was cast before no longer counts.
   *
   * @return the votes of the comparison that count now
   */
  public List<Vote> cast(Slip slip) throws HistoryException {
    store.cast(identities.next(), slip, clock.instant());
    return store.of(slip.comparison());
  }

  /** Every vote that counts, oldest first; one on hidden models counts once they are named. */
  public List<TaggedVote> all() throws HistoryException {
    return store.all();
  }

  /** What the selected votes say. Takes up to seconds for many thousands of votes. */
  public Leaderboard leaderboard(List<TaggedVote> votes, Selection selection) {
    RandomGenerator steady = RandomGeneratorFactory.of("L64X128MixRandom").create(STEADY);
    return Leaderboard.of(selection.of(votes), Leaderboard.USUAL_ROUNDS, steady);
  }

  public RatingHistory overTime(
      List<TaggedVote> votes, Selection selection, RatingHistory.Period period) {
    return RatingHistory.of(selection.of(votes), period, clock.getZone());
  }

  /** Decides an order in which panes stand whose models are hidden. Does not block. */
  public long seed() {
    return random.getAsLong();
  }

  /** Hides the models of a comparison, or with null no longer. */
  public void blind(UUID comparison, @Nullable Blinding blinding) throws HistoryException {
    store.blind(comparison, blinding);
  }

  public Optional<Blinding> blinding(UUID comparison) throws HistoryException {
    return store.blinding(comparison);
  }

  /** Every tag of any comparison, in alphabetical order. */
  public SequencedSet<String> allTags() throws HistoryException {
    return store.allTags();
  }

  /** Blank words are no tag; case and blanks around them make no difference. */
  public void tag(UUID comparison, String tag) throws HistoryException {
    String plain = Tags.plain(tag);
    if (!plain.isEmpty()) {
      store.tag(comparison, plain);
    }
  }

  public void untag(UUID comparison, String tag) throws HistoryException {
    store.untag(comparison, Tags.plain(tag));
  }
}
