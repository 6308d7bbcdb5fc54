package dev.polylogue.history;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.Map;

/**
 * Writes a copy of a database under another name, verifies it, and only then gives it its own
 * (D28). The program may go on writing meanwhile. A copy that can't be finished leaves nothing
 * behind (D09). Blocks.
 */
final class BackupWriter {
  private final DataFolder folder;
  private final int busyMillis;

  BackupWriter(DataFolder folder, int busyMillis) {
    this.folder = folder;
    this.busyMillis = busyMillis;
  }

  /** Does something with the copy before it is verified and named. */
  @FunctionalInterface
  interface Finish {
    void make(Db copy) throws SQLException, IOException, HistoryException;
  }

  /**
   * @param wanted a file that is not there
   * @throws HistoryException when the copy is not as sound and whole as it must be
   */
  void write(Path wanted, Finish finish) throws SQLException, IOException, HistoryException {
    Path part = wanted.resolveSibling(wanted.getFileName() + ".part");
    Files.deleteIfExists(part);
    Files.createFile(part, DataFolder.asItIs(part).fileAttributes());
    try {
      Map<String, Integer> before;
      Map<String, Integer> after;
      try (Looking looking = Looking.at(folder, busyMillis)) {
        Db db = looking.db();
        before = Contents.rows(db);
        db.run("VACUUM INTO ?", part.toString());
        after = Contents.rows(db);
      } catch (SQLException e) {
        if (Trouble.isDamage(e)) {
          throw folder.trouble().of(e);
        }
        throw e;
      }
      try (Db copy = Connections.fresh(part)) {
        verify(copy, before, after);
        finish.make(copy);
      }
      force(part);
      Files.move(part, wanted, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      forceName(wanted);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static void verify(Db copy, Map<String, Integer> before, Map<String, Integer> after)
      throws SQLException, HistoryException {
    Journal.DELETE.begin(copy);
    String report =
        copy.first("PRAGMA integrity_check(1)", row -> row.text("integrity_check")).orElse("ok");
    if (!report.equals("ok")) {
      throw new HistoryException(
          "The copy of the history is not sound and was thrown away. SQLite says: " + report);
    }
    Map<String, Integer> copied = Contents.rows(copy);
    for (Map.Entry<String, Integer> rows : copied.entrySet()) {
      int first = before.getOrDefault(rows.getKey(), 0);
      int last = after.getOrDefault(rows.getKey(), 0);
      if (rows.getValue() < Math.min(first, last) || rows.getValue() > Math.max(first, last)) {
        throw new HistoryException(
            "The copy of the history is not whole and was thrown away: it has %d rows of %s instead of %d."
                .formatted(rows.getValue(), rows.getKey(), last));
      }
    }
    if (!copied.keySet().containsAll(before.keySet())) {
      throw new HistoryException("The copy of the history lacks a table and was thrown away.");
    }
  }

  private static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private static void forceName(Path file) throws IOException {
    Path folder = file.getParent();
    if (folder != null) {
      DataFolder.forceEntries(folder);
    }
  }
}
