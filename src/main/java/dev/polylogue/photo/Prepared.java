package dev.polylogue.photo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A picture as it leaves this computer, in a file from which it is sent: upright, in sRGB, with
 * nothing in it but pixels. To be closed, which deletes the file.
 *
 * @param mediaType {@code image/png} or {@code image/jpeg}
 * @param original what it was made of
 * @param bytes how long it is
 * @param sha256 of the file, in hexadecimal digits
 */
public record Prepared(
    Path file, String mediaType, Size size, Original original, long bytes, String sha256)
    implements AutoCloseable {
  /**
   * A picture before it was made fit.
   *
   * @param size of all of it, upright
   * @param depth bits a channel, of which eight at most are sent
   */
  public record Original(Size size, int depth) {
    private static final int SENT = 8;

    public boolean isDeep() {
      return depth > SENT;
    }

    /** Of pixels in memory. */
    static Original of(Size size) {
      return new Original(size, SENT);
    }
  }

  /** The same, made of a picture that was read in less than its size. */
  Prepared of(Original of) {
    return new Prepared(file, mediaType, size, of, bytes, sha256);
  }

  public boolean isScaled() {
    return !size.equals(original.size);
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
  }
}
