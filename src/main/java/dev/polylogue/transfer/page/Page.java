package dev.polylogue.transfer.page;

import dev.polylogue.conversation.Comparison;
import dev.polylogue.conversation.Reply;
import java.io.IOException;
import java.util.Set;
import java.util.UUID;

/** A document that comparisons are written into, one after another. The stream stays open. */
public interface Page extends AutoCloseable {
  /**
   * A comparison with what of it stands elsewhere.
   *
   * @param preferred replies that somebody voted for
   * @param closed how many panes were closed, and are not shown
   */
  record Subject(Comparison comparison, Set<UUID> preferred, int closed) {
    boolean isPreferred(Reply reply) {
      return preferred.contains(reply.id());
    }
  }

  void write(Subject subject) throws IOException;

  /** Ends the document. */
  @Override
  void close() throws IOException;
}
