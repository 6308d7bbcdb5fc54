package dev.polylogue.history;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * SQLite's native library, unpacked once for each version of it and used again at every later
 * start: a history can then be read even when the disk has no room for anything. It lies where
 * nobody else may write (T21), and is only used when it is the very library of this program.
 */
final class Natives {
  private static final String LEFT_BY_DRIVER = "sqlite-";

  /** In bytes: more than any of the libraries takes. */
  private static final long ROOM = 4 << 20;

  /** Tells what went wrong by traces, which are said in words instead. */
  private static final Logger DRIVER = Logger.getLogger(SQLiteJDBCLoader.class.getName());

  private Natives() {}

  /**
   * Makes the driver use the library in a folder, which it is put into where it is not there. Where
   * that fails, the driver unpacks it for itself where there is room.
   *
   * @param folder only its owner may write there
   * @throws HistoryException when there is no room for it anywhere
   */
  static void use(DataFolder folder) throws HistoryException {
    choosePlace(folder);
    try {
      SQLiteJDBCLoader.initialize();
    } catch (Exception e) {
      throw folder.trouble().withoutLibrary(folder.natives(), e);
    }
  }

  private static void choosePlace(DataFolder folder) {
    DRIVER.setLevel(Level.OFF);
    Path place = folder.natives();
    String name = LibraryLoaderUtil.getNativeLibName();
    Path version = place.resolve(SQLiteJDBCLoader.getVersion());
    Path kept = version.resolve(name);
    try {
      byte[] library = library(name);
      if (library != null && (isWhole(kept, library) || unpack(folder, version, kept, library))) {
        System.setProperty("org.sqlite.lib.path", version.toString());
        System.setProperty("org.sqlite.lib.name", name);
        return;
      }
    } catch (IOException e) {
      // The disk is full or can't be written: the shared temporary folder may be better off.
    }
    if (hasRoom(place)) {
      System.setProperty("org.sqlite.tmpdir", place.toString());
    }
  }

  private static boolean hasRoom(Path place) {
    try {
      return Files.isWritable(place) && Files.getFileStore(place).getUsableSpace() > ROOM;
    } catch (IOException e) {
      return false;
    }
  }

  private static byte @Nullable [] library(String name) throws IOException {
    String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
    try (InputStream stream = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
      return stream == null ? null : stream.readAllBytes();
    }
  }

  private static boolean isWhole(Path kept, byte[] library) throws IOException {
    return Files.isRegularFile(kept)
        && Files.size(kept) == library.length
        && Arrays.equals(Files.readAllBytes(kept), library);
  }

  private static boolean unpack(DataFolder folder, Path version, Path kept, byte[] library)
      throws IOException {
    folder.make(version);
    Path part = Files.createTempFile(version, "library", ".part", folder.fileAttributes());
    try {
      Files.write(part, library);
      Files.move(part, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return true;
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** Removes what killed programs and older versions left. Only for who is alone in the folder. */
  static void clear(DataFolder folder) throws IOException {
    try (Stream<Path> left = Files.list(folder.natives())) {
      for (Path entry : left.toList()) {
        String name = String.valueOf(entry.getFileName());
        if (name.startsWith(LEFT_BY_DRIVER) && Files.isWritable(entry)) {
          Files.deleteIfExists(entry);
        } else if (name.matches("\\d+(\\.\\d+)+") && !name.equals(SQLiteJDBCLoader.getVersion())) {
          remove(entry);
        }
      }
    }
  }

  private static void remove(Path old) throws IOException {
    try (Stream<Path> files = Files.list(old)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.deleteIfExists(file);
      }
    }
    Files.deleteIfExists(old);
  }
}
