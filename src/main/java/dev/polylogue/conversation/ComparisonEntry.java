package dev.polylogue.conversation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A comparison as the list of the history shows it, without its words. */
public record ComparisonEntry(
    UUID id, String title, Instant createdAt, Instant updatedAt, List<ModelRef> panes, int turns) {

  public ComparisonEntry {
    panes = List.copyOf(panes);
  }
}
