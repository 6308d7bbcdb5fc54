package dev.polylogue.attachment;

import dev.polylogue.conversation.Bytes;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** Decodes pictures, one at a time, since one may fill a quarter of the memory. Any thread. */
public final class Pictures {
  private final ReentrantLock one = new ReentrantLock();

  Attachment take(Bytes bytes, FileKind kind, String name) throws AttachmentException {
    one.lock();
    try {
      BufferedImage read = PictureReader.read(bytes, kind, name, Integer.MAX_VALUE);
      return PictureWriter.write(read, kind == FileKind.JPEG || kind == FileKind.WEBP, name);
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
      BufferedImage read = PictureReader.read(bytes, kind, name, 2 * side);
      double longer = Math.max(read.getWidth(), read.getHeight());
      return longer <= side ? read : Pixels.scale(read, side / longer);
    } finally {
      one.unlock();
    }
  }
}
