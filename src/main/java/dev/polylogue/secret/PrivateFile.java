package dev.polylogue.secret;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A file that only its owner may read, from its first byte on (T20). */
final class PrivateFile {
  private static final Set<PosixFilePermission> OWNER =
      PosixFilePermissions.fromString("rw-------");

  private final Path path;

  PrivateFile(Path path) {
    this.path = path;
  }

  /** Its bytes; what others may do with it is taken from them first. */
  byte[] read() throws IOException {
    if (isPosix(path)
        && Files.exists(path)
        && !OWNER.containsAll(Files.getPosixFilePermissions(path))) {
      Files.setPosixFilePermissions(path, OWNER);
    }
    return Files.readAllBytes(path);
  }

  /** Replaces it whole or not at all: a new file beside it, forced to the disk, takes its name. */
  void write(byte[] bytes) throws IOException {
    Path folder = path.resolveSibling(".").normalize();
    Path fresh = Files.createTempFile(folder, "keys", ".new", attributes(path, OWNER));
    try {
      try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
        ByteBuffer left = ByteBuffer.wrap(bytes);
        while (left.hasRemaining()) {
          channel.write(left);
        }
        channel.force(true);
      }
      Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      forceNames(folder);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /** Gives it another name, {@code keys.unreadable-1} or the next that is free. */
  void putAside() throws IOException {
    int number = 1;
    while (Files.exists(aside(number))) {
      number++;
    }
    Files.move(path, aside(number), StandardCopyOption.ATOMIC_MOVE);
  }

  private Path aside(int number) {
    return path.resolveSibling(path.getFileName() + ".unreadable-" + number);
  }

  void makeFolder() throws IOException {
    Path folder = path.resolveSibling(".").normalize();
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(
          folder, attributes(path, PosixFilePermissions.fromString("rwx------")));
    }
  }

  /** Makes an empty file where there is none. */
  static Path make(Path wanted) throws IOException {
    try {
      return Files.createFile(wanted, attributes(wanted, OWNER));
    } catch (FileAlreadyExistsException e) {
      return wanted;
    }
  }

  /** The new name is on the disk only once its folder is; Windows sees to that by itself. */
  private static void forceNames(Path folder) throws IOException {
    if (isPosix(folder)) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private static FileAttribute<?>[] attributes(Path of, Set<PosixFilePermission> permissions) {
    return isPosix(of)
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
        : new FileAttribute<?>[0];
  }

  private static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  /** Why it failed, in words that quote nothing of the file. */
  static String reason(Exception e) {
    if (e instanceof AccessDeniedException) {
      return "access is denied";
    }
    if (e instanceof CharacterCodingException) {
      return "it is not text";
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
