package dev.polylogue.history;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What of a history could not be saved, or not as it was.
 *
 * @param rows of each table of which some are lost
 * @param messages those that are known by name
 * @param guessed how much of each kind was made of what was left
 * @param changed messages that another hand changed
 * @param fetched messages whose words were lost and came back from backups; these are no loss
 */
public record Losses(
    List<Loss> rows,
    List<LostMessage> messages,
    Map<Guess, Integer> guessed,
    Changed changed,
    int fetched) {
  static final Losses NONE = new Losses(List.of(), List.of(), Map.of(), Changed.NONE, 0);

  /**
   * Messages that do not say any more what they said when the index for searching was made, of
   * which nothing but that is known.
   *
   * @param backup that has most of them in other words, or null where none has
   */
  public record Changed(int count, @Nullable Path backup) {
    static final Changed NONE = new Changed(0, null);
  }

  public Losses {
    rows = List.copyOf(rows);
    messages = List.copyOf(messages);
    guessed = Map.copyOf(guessed);
  }

  /** Whether all is as it was. */
  public boolean isNone() {
    return rows.isEmpty() && messages.isEmpty() && guessed.isEmpty() && changed.count == 0;
  }
}
