package dev.polylogue.conversation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An edit session as the list shows it.
 *
 * @param photo what it began with
 * @param models those that were asked
 */
public record EditEntry(
    UUID id, String title, Instant updatedAt, Blob photo, List<ModelRef> models, Tally tally) {

  /**
   * How much there is in it.
   *
   * @param steps how many instructions were given
   * @param starred how many results somebody liked
   */
  public record Tally(int steps, int starred) {}

  public EditEntry {
    models = List.copyOf(models);
  }
}
