package dev.polylogue.history;

import dev.polylogue.vote.Blinding;
import dev.polylogue.vote.Slip;
import dev.polylogue.vote.TaggedVote;
import dev.polylogue.vote.Vote;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The votes of the history, its tags, and which comparisons have their models hidden. What a call
 * stored is on the disk when it returns. Any thread may call, every call may block.
 */
public final class VoteStore {
  private final Database database;

  VoteStore(Database database) {
    this.database = database;
  }

  /**
   * Keeps a vote. It takes the place of an earlier one on the same turn, which stays in the
   * database.
   *
   * @throws HistoryException when a reply that it names is not in the history
   */
  public void cast(UUID id, Slip slip, Instant at) throws HistoryException {
    database.write(db -> new VoteRows(db).add(id, slip, at));
  }

  /** The vote that counts for each turn of a comparison that was voted on, oldest first. */
  public List<Vote> of(UUID comparison) throws HistoryException {
    return database.read(db -> new VoteRows(db).of(comparison));
  }

  /** Every vote that counts, oldest first; one on hidden models counts once they are named. */
  public List<TaggedVote> all() throws HistoryException {
    return database.read(db -> new VoteRows(db).all());
  }

  /** In alphabetical order. */
  public SequencedSet<String> tags(UUID comparison) throws HistoryException {
    return database.read(db -> new TagRows(db).of(comparison));
  }

  /** Every tag of any comparison, in alphabetical order. */
  public SequencedSet<String> allTags() throws HistoryException {
    return database.read(db -> new TagRows(db).all());
  }

  /** A tag that is there already stays. */
  public void tag(UUID comparison, String tag) throws HistoryException {
    database.write(
        db -> {
          new ComparisonRows(db).require(comparison);
          new TagRows(db).add(comparison, tag);
        });
  }

  public void untag(UUID comparison, String tag) throws HistoryException {
    database.write(db -> new TagRows(db).remove(comparison, tag));
  }

  /** Present while the models of the comparison are hidden. */
  public Optional<Blinding> blinding(UUID comparison) throws HistoryException {
    return database.read(db -> new BlindingRows(db).of(comparison));
  }

  /** Hides the models of a comparison, or with null no longer. */
  public void blind(UUID comparison, @Nullable Blinding blinding) throws HistoryException {
    database.write(
        db -> {
          new ComparisonRows(db).require(comparison);
          new BlindingRows(db).set(comparison, blinding);
        });
  }
}
