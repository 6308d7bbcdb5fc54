package dev.polylogue.run;

import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.Bytes;
import dev.polylogue.conversation.Exchange;
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
        public Blob keep(Bytes bytes, String mediaType) {
          return new Blob("0".repeat(64), mediaType, bytes.size(), "");
        }

        @Override
        public void finish(Reply reply, List<Exchange> exchanges) {}
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

  /**
   * Stores a picture of an answer, before anything refers to it. Blocks.
   *
   * @param mediaType as the provider names it; that of the result is what the bytes say
   */
  Blob keep(Bytes bytes, String mediaType) throws JournalException;

  /**
   * Commits a reply in its end state, in place of what was appended, and what went over the wire
   * for it. Blocks.
   */
  void finish(Reply reply, List<Exchange> exchanges) throws JournalException;
}
