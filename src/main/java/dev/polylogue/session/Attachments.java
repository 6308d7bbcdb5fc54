package dev.polylogue.session;

import dev.polylogue.attachment.Attachment;
import dev.polylogue.attachment.AttachmentException;
import dev.polylogue.attachment.Intake;
import dev.polylogue.attachment.PdfText;
import dev.polylogue.attachment.Pictures;
import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.Bytes;
import dev.polylogue.history.BlobStore;
import dev.polylogue.history.HistoryException;
import dev.polylogue.provider.Blobs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Pictures and files of prompts. What was added waits in memory; only what is sent and kept comes
 * to the disk, so that a file that was taken back, or sent unsaved, leaves no trace. Any thread.
 */
public final class Attachments implements Blobs {
  /** How often it was added and not yet sent or taken back. */
  private record Waiting(Bytes bytes, int times) {}

  private final Intake intake;
  private final BlobStore store;
  private final Map<String, Waiting> waiting = new HashMap<>();

  Attachments(PdfText pdf, BlobStore store) {
    this.intake = new Intake(new Pictures(), pdf);
    this.store = store;
  }

  /**
   * Takes in a file.
   *
   * @throws AttachmentException with a sentence when it can't go with a prompt
   */
  public Blob add(Path file) throws AttachmentException {
    return hold(intake.take(file));
  }

  /**
   * Takes in bytes, such as a pasted picture.
   *
   * @param name to be shown; its extension is put right
   */
  public Blob add(Bytes bytes, String name) throws AttachmentException {
    return hold(intake.take(bytes, name));
  }

  private synchronized Blob hold(Attachment taken) {
    Blob blob = BlobStore.describe(taken.bytes(), taken.mediaType(), taken.name());
    waiting.merge(
        blob.sha256(),
        new Waiting(taken.bytes(), 1),
        (known, fresh) -> new Waiting(known.bytes, known.times + 1));
    return blob;
  }

  /** Takes back what was added and not sent. */
  public synchronized void forget(Blob blob) {
    waiting.computeIfPresent(
        blob.sha256(),
        (sha256, known) -> known.times == 1 ? null : new Waiting(known.bytes, known.times - 1));
  }

  @Override
  public Bytes read(Blob blob) throws IOException {
    Bytes bytes = held(blob);
    if (bytes != null) {
      return bytes;
    }
    try {
      return store.read(blob);
    } catch (HistoryException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private synchronized @Nullable Bytes held(Blob blob) {
    Waiting found = waiting.get(blob.sha256());
    return found == null ? null : found.bytes;
  }

  /** Brings what waits to the disk, before anything refers to it (D35). */
  void keep(List<Blob> blobs) throws HistoryException {
    for (Blob blob : blobs) {
      Bytes bytes = held(blob);
      if (bytes != null) {
        store.keep(bytes, blob.mediaType(), blob.name());
      }
    }
  }
}
