package dev.polylogue.run;

import dev.polylogue.conversation.Reply;
import java.util.List;
import java.util.UUID;

/** Where a round writes what it received, so that a killed program loses next to nothing. */
public interface Journal {

  /** Keeps nothing, for a round that the user wants unsaved. */
  Journal NONE =
      new Journal() {
        @Override
        public void append(List<Entry> entries) {}

        @Override
        public void finish(Reply reply) {}
      };

  /**
   * New words of a live reply.
   *
   * @param passage index of the passage they belong to
   */
  record Entry(UUID reply, int passage, Passage.Kind kind, String text) {}

  /**
   * Commits new words. Blocks.
   *
   * @throws JournalException when they could not be stored; the same words are offered again
   */
  void append(List<Entry> entries) throws JournalException;

  /** Commits a reply in its end state, in place of what was appended. Blocks. */
  void finish(Reply reply) throws JournalException;
}
