package dev.polylogue.vote;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which votes are looked at, and how contestants are told apart.
 *
 * @param tag of the comparison, or null for all
 * @param since the first moment that counts, or null for all
 * @param blindOnly leaves out votes whose voter knew the names
 * @param bySettings whether one model set in two ways is two contestants
 */
public record Selection(
    @Nullable String tag, @Nullable Instant since, boolean blindOnly, boolean bySettings) {
  public static final Selection ALL = new Selection(null, null, false, true);

  /** The votes that are looked at, in their order. */
  public List<Vote> of(List<TaggedVote> votes) {
    return votes.stream().filter(this::takes).map(TaggedVote::vote).map(this::plain).toList();
  }

  private boolean takes(TaggedVote tagged) {
    return (tag == null || tagged.tags().contains(tag))
        && (since == null || !tagged.vote().at().isBefore(since))
        && (!blindOnly || tagged.vote().blind());
  }

  private Vote plain(Vote vote) {
    if (bySettings) {
      return vote;
    }
    List<Stand> stands =
        vote.ballot().stands().stream()
            .map(stand -> new Stand(stand.reply(), stand.pane(), stand.contestant().plain()))
            .toList();
    return new Vote(
        vote.id(),
        vote.comparison(),
        vote.turn(),
        vote.at(),
        vote.blind(),
        new Ballot(stands, vote.ballot().verdict()));
  }
}
