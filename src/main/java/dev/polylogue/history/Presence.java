package dev.polylogue.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * Whether the file that was opened is still the one that bears its name. The system lets a program
 * go on writing into a file that was removed or replaced, and those words would be lost (D12, D14).
 */
final class Presence {
  /** Where a system does not tell files apart, or nothing is written anyway. */
  static final Presence UNKNOWN = new Presence(Path.of(""), null);

  private final Path file;
  private final @Nullable Object key;

  private Presence(Path file, @Nullable Object key) {
    this.file = file;
    this.key = key;
  }

  static Presence of(Path file) throws IOException {
    return new Presence(file, key(file));
  }

  boolean holds() {
    if (key == null) {
      return true;
    }
    try {
      return key.equals(key(file));
    } catch (IOException e) {
      return false;
    }
  }

  private static @Nullable Object key(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
  }
}
