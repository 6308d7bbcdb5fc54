package dev.polylogue.photo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A picture as it leaves this computer, in a file from which it is sent: upright, in sRGB, with
 * nothing in it but pixels. To be closed, which deletes the file.
 *
 * @param mediaType {@code image/png} or {@code image/jpeg}
 * @param whole what it had before it was scaled, upright
 * @param bytes how long it is
 * @param sha256 of the file, in hexadecimal digits
 */
public record Prepared(
    Path file, String mediaType, Size size, Size whole, long bytes, String sha256)
    implements AutoCloseable {
  /** The same, made of a picture that was read in less than its size. */
  Prepared of(Size original) {
    return new Prepared(file, mediaType, size, original, bytes, sha256);
  }

  public boolean isScaled() {
    return !size.equals(whole);
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
  }
}
