package dev.polylogue.ui.history;

import java.util.List;
import java.util.UUID;

/** What stands below the list for a while: what was done, or what has to be said first. */
public sealed interface Strip {
  Strip NONE = new None();

  /** Nothing. */
  record None() implements Strip {}

  /**
   * Something was done.
   *
   * @param trashed what can be taken out of the trash again, perhaps nothing
   */
  record Done(String words, List<UUID> trashed) implements Strip {}

  /** Comparisons are to be forgotten for good. */
  record Forget(List<UUID> comparisons) implements Strip {}

  /**
   * A name has to be written.
   *
   * @param before stands in the field at first
   */
  record Naming(Purpose purpose, List<UUID> comparisons, String before) implements Strip {}

  /** What a name is for. */
  enum Purpose {
    FOLDER,
    TAG,
    FOLDER_NAME
  }
}
