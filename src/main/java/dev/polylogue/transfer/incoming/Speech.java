package dev.polylogue.transfer.incoming;

import dev.polylogue.conversation.Facts;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One node of a foreign conversation.
 *
 * @param parent what it follows, or null
 * @param role who speaks; {@link Role#NOBODY} only holds the tree together
 * @param parts in the shape of our own parts
 */
record Speech(String id, @Nullable String parent, Role role, List<Facts> parts, Circumstance of) {
  /** Who speaks. */
  enum Role {
    USER,
    /** The model, or a tool on its behalf. */
    ANSWER,
    NOBODY
  }

  /**
   * How it was said.
   *
   * @param at when, or null
   * @param model who was asked, in the source's own words, or null
   * @param state a word of ours, or null where the source says nothing
   */
  record Circumstance(
      @Nullable Instant at,
      @Nullable String model,
      @Nullable String state,
      @Nullable String finishReason) {
    static final Circumstance UNKNOWN = new Circumstance(null, null, null, null);
  }

  Speech {
    parts = List.copyOf(parts);
  }
}
