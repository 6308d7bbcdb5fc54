package dev.polylogue.photo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A picture as it leaves this computer, in a file from which it is sent: upright, in sRGB, with
 * nothing in it but pixels. To be closed, which deletes the file.
 *
 * @param mediaType {@code image/png} or {@code image/jpeg}
 * @param bytes how long it is
 * @param sha256 of the file, in hexadecimal digits
 */
public record Prepared(Path file, String mediaType, Size size, long bytes, String sha256)
    implements AutoCloseable {
  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
  }
}
