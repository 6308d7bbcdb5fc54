package dev.polylogue.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A folder of backups: numbered databases, and one folder {@code blobs} that they share, in which
 * each picture and file lies once under its SHA-256. Any thread; every call blocks.
 */
final class BackupFolder {
  private final DataFolder folder;

  BackupFolder(Path folder) {
    this.folder = DataFolder.asItIs(folder);
  }

  Path path() {
    return folder.path();
  }

  BlobStore blobs() {
    return new BlobStore(folder);
  }

  void make() throws IOException {
    folder.make(folder.path());
  }

  /** Newest first, by number. */
  List<Backup> all() throws IOException {
    try (Stream<Path> files = Files.list(folder.path())) {
      return files
          .flatMap(file -> Backup.of(file).stream())
          .sorted(Comparator.comparingInt(Backup::number).reversed())
          .toList();
    } catch (NoSuchFileException | NotDirectoryException e) {
      return List.of();
    }
  }

  /**
   * Whether it can be opened and is a history. That each of its pages can be read is not known
   * then: to read them all takes minutes.
   */
  static boolean isReadable(Backup backup) {
    try (Db db = Connections.distrusting(backup.file())) {
      return Schema.versionOf(db) > 0
          && !Schema.isForeign(db)
          && db.has("SELECT 1 FROM sqlite_schema");
    } catch (SQLException e) {
      return false;
    }
  }

  /** The newest that can be opened, if any. */
  Optional<Backup> last() throws IOException {
    return all().stream().filter(BackupFolder::isReadable).findFirst();
  }

  Path next(Instant now, int beforeSchema) throws IOException {
    int last = all().stream().mapToInt(Backup::number).max().orElse(0);
    return folder.path().resolve(Backup.name(last + 1, now, beforeSchema));
  }

  /**
   * Removes the backups that are outdated and the blobs that none of the others refers to. Called
   * only after a new one was verified. One that can't be read pushes out none that can.
   *
   * @param unreadable some of those that can't be read
   */
  void rotate(Collection<Backup> unreadable) throws IOException, SQLException {
    List<Backup> all = all();
    List<Backup> rotten =
        all.stream().filter(backup -> unreadable.contains(backup) || !isReadable(backup)).toList();
    List<Backup> sound = all.stream().filter(backup -> !rotten.contains(backup)).toList();
    List<Backup> outdated = new ArrayList<>(Retention.outdated(sound));
    outdated.addAll(Retention.outdated(all).stream().filter(rotten::contains).toList());
    for (Backup backup : outdated) {
      Files.deleteIfExists(backup.file());
    }
    Optional<Set<String>> wanted = wanted();
    if (wanted.isPresent()) {
      for (Path blob : folder.storedBlobs()) {
        String name = String.valueOf(blob.getFileName());
        if (BlobStore.isName(name) && !wanted.get().contains(name)) {
          Files.deleteIfExists(blob);
        }
      }
    }
    for (Path part : folder.leftovers()) {
      Files.deleteIfExists(part);
    }
  }

  /** Nothing when one of them can't be read: then no blob is known to be superfluous. */
  private Optional<Set<String>> wanted() throws IOException {
    Set<String> wanted = new TreeSet<>();
    for (Backup backup : all()) {
      try (Db db = Connections.distrusting(backup.file())) {
        wanted.addAll(Contents.blobs(db));
      } catch (SQLException e) {
        return Optional.empty();
      }
    }
    return Optional.of(wanted);
  }
}
