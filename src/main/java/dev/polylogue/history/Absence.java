package dev.polylogue.history;

import dev.polylogue.history.HistoryException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/**
 * A database that is not there although a history was kept in the folder: its lock remembers that,
 * or there are pictures and files. An empty history is only begun when somebody asks for it, which
 * {@link #agree} notes down.
 */
final class Absence {
  private final DataFolder folder;
  private final Backups backups;

  Absence(DataFolder folder, Backups backups) {
    this.folder = folder;
    this.backups = backups;
  }

  /**
   * @throws HistoryException when the database was there once, with what is left and what to do
   */
  void check() throws HistoryException, IOException {
    if (Files.exists(folder.database())) {
      return;
    }
    if (folder.hasWaitingLog()) {
      throw folder.trouble().orphanedWal(folder.wal());
    }
    int blobs = folder.storedBlobs().size();
    if (blobs == 0 && !folder.remembersHistory()) {
      return;
    }
    List<String> left = new ArrayList<>();
    if (blobs > 0) {
      left.add("pictures and files in %s: %d".formatted(folder.blobs(), blobs));
    }
    List<Backup> copies = backups.all();
    if (!copies.isEmpty()) {
      left.add(
          "backups in %s: %d, the newest of %s"
              .formatted(
                  backups.place(), copies.size(), Moments.minute(copies.getFirst().takenAt())));
    }
    int aside = new Quarantine(folder).all().size();
    if (aside > 0) {
      left.add("histories that were put aside in %s: %d".formatted(folder.quarantine(), aside));
    }
    throw new HistoryException(
        Kind.MISSING,
        "%s is missing, although it held a history. %sNothing was touched. Put the file back, put a backup in its place, or start with an empty history."
            .formatted(
                folder.database(),
                left.isEmpty() ? "" : "Still there: " + String.join("; ", left) + ". "),
        null);
  }

  /**
   * An empty file and a lock that remembers nothing are those of a first start.
   *
   * @param lock held alone
   */
  static void agree(DataFolder folder, FolderLock lock) throws IOException {
    Files.createFile(folder.database(), folder.fileAttributes());
    lock.forget();
  }
}
