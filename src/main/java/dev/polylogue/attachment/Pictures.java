package dev.polylogue.attachment;

import dev.polylogue.conversation.Bytes;
import dev.polylogue.media.Decoded;
import dev.polylogue.media.FileKind;
import dev.polylogue.media.MediaException;
import dev.polylogue.media.PictureReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** Decodes pictures, one at a time, since one may fill a quarter of the memory. Any thread. */
public final class Pictures {
  private final ReentrantLock one = new ReentrantLock();
  private final PictureReader reader = new PictureReader(System::nanoTime);

  Attachment take(Bytes bytes, FileKind kind, String name) throws AttachmentException {
    one.lock();
    try {
      BufferedImage read = whole(bytes, kind, name, Integer.MAX_VALUE);
      return PictureFitter.fit(read, kind == FileKind.JPEG || kind == FileKind.WEBP, name);
    } catch (IOException e) {
      throw new AttachmentException("%s can't be used: %s.".formatted(name, e.getMessage()), e);
    } finally {
      one.unlock();
    }
  }

  /**
   * What the bytes of a picture say it is.
   *
   * @param claimed what somebody else said; holds where the bytes say nothing
   */
  public static String mediaType(Bytes bytes, String claimed) {
    FileKind kind = FileKind.of(bytes, "", Optional.empty());
    return kind.isPicture() ? kind.mediaType() : claimed;
  }

  /**
   * A picture for the screen, of whatever origin, no larger than asked for. Blocks.
   *
   * @param side of the longer side, in pixels
   * @throws AttachmentException when it is no picture, is damaged or too large to be decoded
   */
  public BufferedImage shown(Bytes bytes, String name, int side) throws AttachmentException {
    FileKind kind = FileKind.of(bytes, name, Optional.empty());
    if (!kind.isPicture()) {
      throw new AttachmentException("%s is %s.".formatted(name, kind.words()));
    }
    one.lock();
    try {
      return whole(bytes, kind, name, side);
    } finally {
      one.unlock();
    }
  }

  private BufferedImage whole(Bytes bytes, FileKind kind, String name, int side)
      throws AttachmentException {
    try {
      Decoded decoded = reader.read(bytes, kind, name, side, () -> false);
      if (decoded.cut()) {
        throw new AttachmentException(
            name + " is damaged: its lower part is missing. Get it again from where it came from.");
      }
      return decoded.image();
    } catch (MediaException e) {
      throw new AttachmentException(e);
    }
  }
}
