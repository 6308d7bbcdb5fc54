package dev.polylogue.diff;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A block of the base beside its counterpart in the other answer.
 *
 * @param base null where the other has more
 * @param other null where the base has more
 * @param words both texts as one, what is left out before what is put in its place
 */
public record Row(Change change, @Nullable Piece base, @Nullable Piece other, List<Stretch> words) {
  /** What happened to the block. */
  public enum Change {
    SAME,
    CHANGED,
    REMOVED,
    ADDED,
    /** The other has it at another place; there is a row {@link #MOVED_HERE} for it. */
    MOVED_AWAY,
    /** The base has it at another place; the words may differ. */
    MOVED_HERE
  }

  public Row {
    words = List.copyOf(words);
  }
}
