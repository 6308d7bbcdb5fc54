package dev.polylogue.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
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
    } catch (NoSuchFileException e) {
      return List.of();
    }
  }

  Path next(Instant now, int beforeSchema) throws IOException {
    int last = all().stream().mapToInt(Backup::number).max().orElse(0);
    return folder.path().resolve(Backup.name(last + 1, now, beforeSchema));
  }

  /**
   * Removes the backups that are outdated and the blobs that none of the others refers to. Called
   * only after a new one was verified.
   */
  void rotate() throws IOException, SQLException {
    for (Backup outdated : Retention.outdated(all())) {
      Files.deleteIfExists(outdated.file());
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
