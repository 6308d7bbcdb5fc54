package dev.polylogue.transfer;

import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.Bytes;
import dev.polylogue.conversation.Facts;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Instant;

/** Takes in what a file holds, piece by piece. */
public interface Receiver {
  /**
   * Keeps a file before anything names it.
   *
   * @param name as its owner knew it, or {@code ""}
   * @throws IOException when it can't be stored; the whole import ends
   */
  Blob keep(Bytes bytes, String mediaType, String name) throws IOException;

  /** Whether a file of that SHA-256 is here already. */
  boolean has(String sha256);

  /**
   * Takes one comparison. What is wrong with it alone is the receiver's to note.
   *
   * @throws IOException when nothing more can be stored; the whole import ends
   */
  void take(Facts comparison, Notes notes) throws IOException;

  /** Takes notice of a conversation that can't come in at all; the notes say why. */
  void refuse(Notes notes);

  /** Takes notice of what concerns the file and no conversation. */
  void remark(Notes notes);

  /** When the file came here. */
  Instant arrival();

  /**
   * Called now and then.
   *
   * @param read of the file, in bytes
   * @throws InterruptedIOException when the user wants no more
   */
  void check(long read) throws InterruptedIOException;
}
