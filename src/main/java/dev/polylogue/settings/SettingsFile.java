package dev.polylogue.settings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import tools.jackson.core.JacksonException;

/**
 * Reads the file, and writes it so that after a crash at any moment either the old or the new
 * content is there: a new file beside it, forced to the disk, takes its name.
 */
final class SettingsFile {
  private final Path folder;
  private final Path file;

  SettingsFile(Path folder) {
    this.folder = folder;
    this.file = folder.resolve("settings.json");
  }

  SettingsJson.Content read() throws SettingsException {
    try {
      return SettingsJson.read(Files.readString(file));
    } catch (NoSuchFileException e) {
      return SettingsJson.Content.NOTHING;
    } catch (JacksonException e) {
      throw unreadable(
          "it is no JSON from line %d, column %d on"
              .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr()),
          e);
    } catch (IllegalArgumentException e) {
      throw unreadable(String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw unreadable(reason(e), e);
    }
  }

  /**
   * Keeps other programs from changing the settings until it is closed. Blocks while another one
   * does.
   */
  FileChannel lock() throws SettingsException {
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder, attributes("rwx------"));
      }
      FileChannel channel =
          FileChannel.open(
              folder.resolve("settings.lock"),
              Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
              attributes("rw-------"));
      try {
        channel.lock();
      } catch (OverlappingFileLockException e) {
        // another part of this program holds it, and waits for nobody
      }
      return channel;
    } catch (IOException e) {
      throw unwritten(e);
    }
  }

  private SettingsException unreadable(String why, Exception cause) {
    return new SettingsException(
        "The settings in %s can't be read and were not changed: %s. Correct the file, or move it away to start with default settings."
            .formatted(file, why.replaceAll("[\\s.]+$", "")),
        cause);
  }

  void write(String text) throws SettingsException {
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder, attributes("rwx------"));
      }
      Path target = Files.exists(file) ? file.toRealPath() : file;
      Path place = target.resolveSibling(".").normalize();
      Path fresh = Files.createTempFile(place, "settings", ".new", attributes("rw-------"));
      try {
        force(fresh, text);
        Files.move(
            fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceNames(place);
      } finally {
        Files.deleteIfExists(fresh);
      }
    } catch (IOException e) {
      throw unwritten(e);
    }
  }

  private SettingsException unwritten(IOException e) {
    return new SettingsException(
        "The settings in %s could not be written and stay as they were: %s. Check that there is room on the disk and that you may write in that folder."
            .formatted(file, reason(e)),
        e);
  }

  private static String reason(IOException e) {
    return e instanceof AccessDeniedException ? "access is denied" : e.toString();
  }

  private static void force(Path fresh, String text) throws IOException {
    try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  /** The new name is on the disk only once its folder is; Windows sees to that by itself. */
  private void forceNames(Path place) throws IOException {
    if (isPosix()) {
      try (FileChannel channel = FileChannel.open(place, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private FileAttribute<?>[] attributes(String permissions) {
    return isPosix()
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  private boolean isPosix() {
    return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
