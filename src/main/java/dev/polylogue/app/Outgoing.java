package dev.polylogue.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.stream.Stream;

/** The folder for pictures on their way to a provider, which nobody else may look into (T20). */
final class Outgoing {
  private static final Set<PosixFilePermission> OWNER =
      PosixFilePermissions.fromString("rwx------");

  private Outgoing() {}

  /**
   * Makes it where there is none, and empties it of what has been on its way for a day: that was
   * left behind by a program that died.
   */
  static Path open(Path home, InstantSource clock) throws IOException {
    Path folder = made(folder(home));
    Instant old = clock.instant().minus(Duration.ofDays(1));
    try (Stream<Path> left = Files.walk(folder, 2)) {
      for (Path file : left.filter(Files::isRegularFile).toList()) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(old)) {
          Files.deleteIfExists(file);
        }
      }
    }
    return folder;
  }

  /** Where it is, made or not. */
  static Path folder(Path home) {
    return home.resolve("uploads");
  }

  private static Path made(Path folder) throws IOException {
    if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return Files.createDirectories(folder);
    }
    Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(OWNER));
    if (!OWNER.containsAll(Files.getPosixFilePermissions(folder))) {
      Files.setPosixFilePermissions(folder, OWNER);
    }
    return folder;
  }
}
