package dev.polylogue.history;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The folder that everything is kept in, readable by its owner alone whatever the umask says (T20):
 * the folder 0700, its files 0600. Systems without POSIX permissions are left as they are.
 */
final class DataFolder {
  /** In bytes. */
  private static final int FIRST_PAGE = 4096;

  private static final Set<PosixFilePermission> OWNER_FILE =
      PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> OWNER_FOLDER =
      PosixFilePermissions.fromString("rwx------");

  /** How the names of our files begin; a folder with other things in it is not ours alone. */
  private static final List<String> OURS =
      List.of(
          "polylogue.db",
          "lock",
          "settings",
          "keys",
          "native",
          "blobs",
          "logs",
          "backups",
          "quarantine",
          "window",
          "uploads",
          "drafts",
          "certificates");

  private final Path folder;

  private DataFolder(Path folder) {
    this.folder = folder;
  }

  /** A folder that is only looked at: nothing is made, nothing changed. */
  static DataFolder asItIs(Path folder) {
    return new DataFolder(folder.toAbsolutePath().normalize());
  }

  /** Makes the folder where there is none, and sees to its permissions. */
  static DataFolder prepare(Path folder) throws HistoryException {
    Path absolute = folder.toAbsolutePath().normalize();
    DataFolder prepared = new DataFolder(absolute);
    try {
      prepared.make(absolute);
      if (!Files.isWritable(absolute)) {
        throw prepared.trouble().readOnly();
      }
      prepared.make(prepared.natives());
      prepared.keepPrivate(prepared.natives(), OWNER_FOLDER);
      if (prepared.isOursAlone()) {
        prepared.keepPrivate(absolute, OWNER_FOLDER);
      }
      return prepared;
    } catch (FileAlreadyExistsException e) {
      throw new HistoryException(
          "%s is a file, not a folder. Name another data folder with --home."
              .formatted(e.getFile()),
          e);
    } catch (IOException e) {
      throw new Trouble(absolute).of(e);
    } catch (ReadOnlyFileSystemException e) {
      throw new Trouble(absolute).of(e);
    }
  }

  Path database() {
    return folder.resolve("polylogue.db");
  }

  /** What SQLite has not yet moved into the database itself. */
  Path wal() {
    return folder.resolve("polylogue.db-wal");
  }

  /** Whether there are changes in the log that the database lacks. */
  boolean hasWaitingLog() throws IOException {
    return holdsAnything(wal());
  }

  /** Whether there is a history that is kept with a log, and none is beside it. */
  boolean lacksLog() {
    return Header.namesLog(database()) && !Files.exists(wal());
  }

  /** Whether SQLite's own file beside the log is there, which it removes with the log. */
  boolean hasTraceOfLog() {
    return Files.exists(folder.resolve("polylogue.db-shm"));
  }

  /** What its owner has to know and has not yet been told. */
  Path alarm() {
    return folder.resolve("polylogue.db-alarm");
  }

  /** What was in the database before a commit that is being made without a log. */
  Path undo() {
    return folder.resolve("polylogue.db-journal");
  }

  /** Whether such a commit was cut off; the next connection that may write undoes it. */
  boolean hasCutCommit() throws IOException {
    return holdsAnything(undo());
  }

  Path lock() {
    return folder.resolve("lock");
  }

  /** Whether a history was kept here, as far as the lock remembers. */
  boolean remembersHistory() throws IOException {
    return holdsAnything(lock());
  }

  /** Whether there is no more than a first start leaves that was cut off: a page without tables. */
  boolean isBrandNew() throws IOException {
    return !remembersHistory() && Files.size(database()) <= FIRST_PAGE;
  }

  /** Where SQLite's native library is unpacked; the shared temp folder is open to others (T21). */
  Path natives() {
    return folder.resolve("native");
  }

  Path path() {
    return folder;
  }

  Path blobs() {
    return folder.resolve("blobs");
  }

  /** What was put aside and not thrown away: damaged and replaced histories. */
  Path quarantine() {
    return folder.resolve("quarantine");
  }

  /** Where backups lie unless the user says otherwise: a folder beside this one. */
  static Path usualBackups(Path folder) {
    Path absolute = folder.toAbsolutePath().normalize();
    return absolute.resolveSibling(nameOf(absolute) + "-backups");
  }

  /** Where a blob lies: {@code blobs/ab/abcdef…}. */
  Path blob(String sha256) {
    return folder.resolve("blobs").resolve(sha256.substring(0, 2)).resolve(sha256);
  }

  /** Every file in the folder of blobs, whatever it is called. */
  List<Path> storedBlobs() throws IOException {
    return Files.isDirectory(blobs()) ? filesBelow(blobs()) : List.of();
  }

  /** How large the database is, with what waits beside it. */
  long databaseBytes() throws HistoryException {
    return size(List.of(database(), wal()));
  }

  /** How large all pictures and files are, wanted or not. */
  long blobBytes() throws HistoryException {
    try {
      return size(storedBlobs());
    } catch (IOException e) {
      throw trouble().of(e);
    }
  }

  private static long size(List<Path> files) throws HistoryException {
    long size = 0;
    for (Path file : files) {
      try {
        size += Files.exists(file) ? Files.size(file) : 0;
      } catch (IOException e) {
        throw new Trouble(file).of(e);
      }
    }
    return size;
  }

  private static boolean holdsAnything(Path file) throws IOException {
    return Files.exists(file) && Files.size(file) > 0;
  }

  /** What was being written when a program died: files whose names end in {@code .part}. */
  List<Path> leftovers() throws IOException {
    List<Path> left = new ArrayList<>();
    for (Path place : List.of(folder, blobs(), quarantine())) {
      if (Files.isDirectory(place)) {
        filesBelow(place).stream()
            .filter(file -> nameOf(file).endsWith(".part"))
            .forEach(left::add);
      }
    }
    return left.stream().distinct().toList();
  }

  /** Copies of pictures that are on their way out of the program. */
  Passing passing() {
    return new Passing(folder.resolve("uploads"));
  }

  /** Removes leftovers. Only while nobody uses the folder. */
  void sweep() {
    try {
      passing().clear();
      for (Path left : leftovers()) {
        Files.deleteIfExists(left);
      }
    } catch (IOException e) {
      // They are in nobody's way, and are found by the next examination.
    }
  }

  private static List<Path> filesBelow(Path place) throws IOException {
    try (Stream<Path> files = Files.walk(place, 2)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** Makes the folders in which a blob lies. */
  void makeBlobFolder(Path blob) throws IOException {
    make(folder.resolve("blobs"));
    Path parent = blob.getParent();
    if (parent != null) {
      make(parent);
    }
  }

  /**
   * Sees to it that the entries of the folders in which a blob lies survive a power cut. Windows
   * can't do that for folders, and does not need it.
   */
  void force(Path blob) throws IOException {
    for (Path up = blob.getParent(); up != null && up.startsWith(folder); up = up.getParent()) {
      forceEntries(up);
    }
  }

  /** The same for one folder, of this data folder or another. */
  static void forceEntries(Path folder) throws IOException {
    if (isPosix(folder)) {
      try (FileChannel entries = FileChannel.open(folder, StandardOpenOption.READ)) {
        entries.force(true);
      }
    }
  }

  Trouble trouble() {
    return new Trouble(database());
  }

  FileAttribute<?>[] fileAttributes() {
    return attributes(OWNER_FILE);
  }

  /** Takes from our files what others may do with them. */
  void keepFilesPrivate() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(DataFolder::isOurs).filter(Files::isRegularFile).toList()) {
        keepPrivate(file, OWNER_FILE);
      }
    }
  }

  /** Makes a folder for its owner alone, with those above it, where there is none. */
  void make(Path wanted) throws IOException {
    if (!Files.isDirectory(wanted)) {
      Path parent = wanted.getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      try {
        Files.createDirectory(wanted, attributes(OWNER_FOLDER));
      } catch (FileAlreadyExistsException e) {
        // Another thread or program may have been faster.
        if (!Files.isDirectory(wanted)) {
          throw e;
        }
      }
    }
  }

  private boolean isOursAlone() throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.allMatch(DataFolder::isOurs);
    }
  }

  private static boolean isOurs(Path entry) {
    return OURS.stream().anyMatch(nameOf(entry)::startsWith);
  }

  private static String nameOf(Path entry) {
    return String.valueOf(entry.getFileName());
  }

  private void keepPrivate(Path path, Set<PosixFilePermission> wanted) throws IOException {
    if (isPosix() && !wanted.containsAll(Files.getPosixFilePermissions(path))) {
      Files.setPosixFilePermissions(path, wanted);
      if (!wanted.containsAll(Files.getPosixFilePermissions(path))) {
        throw new IOException(
            "other users of this computer may read it, and that can't be changed");
      }
    }
  }

  private FileAttribute<?>[] attributes(Set<PosixFilePermission> permissions) {
    return isPosix()
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
        : new FileAttribute<?>[0];
  }

  private boolean isPosix() {
    return isPosix(folder);
  }

  private static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
