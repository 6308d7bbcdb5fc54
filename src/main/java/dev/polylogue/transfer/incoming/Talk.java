package dev.polylogue.transfer.incoming;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A foreign conversation, understood but not yet in our shape.
 *
 * @param source of its models' references, such as {@code chatgpt}
 * @param last the node at the end of the path that was shown, or null
 * @param speeches in the order of the source
 */
record Talk(
    String source, String id, Heading heading, List<Speech> speeches, @Nullable String last) {
  /**
   * What is known of the whole.
   *
   * @param model where the messages name none; null when unknown
   * @param system what the model was told to be, or {@code ""}
   */
  record Heading(
      String title,
      Instant created,
      Instant updated,
      @Nullable String model,
      String system,
      Marks marks) {}

  /** How its owner had put it. */
  record Marks(boolean pinned, List<String> tags) {
    static final Marks NONE = new Marks(false, List.of());
  }

  Talk {
    speeches = List.copyOf(speeches);
  }
}
