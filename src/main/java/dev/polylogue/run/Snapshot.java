package dev.polylogue.run;

import dev.polylogue.conversation.Outcome;
import dev.polylogue.conversation.Part;
import dev.polylogue.conversation.Reply;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.conversation.Timing;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reply as it stands at a moment. Costs the same however long the reply is.
 *
 * @param storageTrouble why the words are not in the history yet, or null when all is well
 */
public record Snapshot(
    UUID reply,
    ReplyState state,
    Content content,
    Outcome outcome,
    Timing timing,
    @Nullable String storageTrouble) {

  /** The words and their sources. */
  public record Content(List<Passage> passages, List<Part.Citation> citations) {}

  /** A reply that was read from the history. */
  public static Snapshot of(Reply reply) {
    return new Snapshot(
        reply.id(),
        reply.state(),
        new Content(Passage.of(reply.parts()), reply.citations()),
        reply.outcome(),
        reply.timing(),
        null);
  }
}
