package dev.polylogue.conversation;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A place of the history where words were found.
 *
 * @param at when the prompt was sent, or the comparison made
 */
public record Found(Entry entry, Place place, Instant at, Snippet snippet) {

  /** What kind of words they are. */
  public enum Role {
    TITLE,
    USER,
    ASSISTANT,
    REASONING;

    /** As written in the database and on the command line: {@code assistant}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The one that is written so.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Role of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  /**
   * The comparison they stand in.
   *
   * @param kind {@code chat} or {@code photo}
   */
  public record Entry(UUID comparison, String kind, String title) {}

  /**
   * Where in it they stand.
   *
   * @param turn null for a title
   * @param reply null for a title and a prompt
   * @param pane of the reply, or null
   * @param index of the pane among those that are open, from 0; null where it is closed or none
   * @param model who said it, or null; also while nobody is to know
   */
  public record Place(
      Role role,
      @Nullable UUID turn,
      @Nullable UUID reply,
      @Nullable UUID pane,
      @Nullable Integer index,
      @Nullable ModelRef model) {

    /** The reply of an answer, the turn of a prompt, null for a title. */
    public @Nullable UUID message() {
      return reply != null ? reply : turn;
    }
  }

  public UUID comparison() {
    return entry.comparison();
  }

  public Role role() {
    return place.role();
  }
}
