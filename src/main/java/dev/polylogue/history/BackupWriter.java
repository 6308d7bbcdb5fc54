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
   * An index for searching that is damaged is made anew in the copy, since it never stands in the
   * way of words (D21).
   *
   * @param wanted a file that is not there
   * @return whether that was so
   * @throws HistoryException when the copy is not as sound and whole as it must be
   */
  boolean write(Path wanted, Finish finish) throws SQLException, IOException, HistoryException {
    Path part = wanted.resolveSibling(wanted.getFileName() + ".part");
    Files.deleteIfExists(part);
    Files.createFile(part, DataFolder.asItIs(part).fileAttributes());
    try {
      Map<String, Integer> before;
      Map<String, Integer> after;
      boolean anew;
      try (Looking looking = Looking.at(folder, busyMillis)) {
        Db db = looking.db();
        before = Contents.rows(db);
        anew = copy(db, part);
        after = Contents.rows(db);
      } catch (SQLException e) {
        if (Trouble.isDamage(e)) {
          throw folder.trouble().of(e);
        }
        throw e;
      }
      try (Db copy = Connections.fresh(part)) {
        anew |= verify(copy, before, after);
        finish.make(copy);
      }
      force(part);
      Files.move(part, wanted, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      forceName(wanted);
      return anew;
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** Whether the index had to be left out, since it stands on pages that can't be read. */
  private static boolean copy(Db db, Path part) throws SQLException, IOException, HistoryException {
    try {
      db.run("VACUUM INTO ?", part.toString());
      return false;
    } catch (SQLException e) {
      if (!Trouble.isDamage(e) || !isSoundButForIndex(db)) {
        throw e;
      }
    }
    Files.write(part, new byte[0]);
    try (Db to = Candidate.begin(part)) {
      Schema.current().bringTo(Schema.versionOf(db), to);
      Transaction.run(
          db, "BEGIN", from -> Transaction.run(to, "BEGIN", it -> RowCopy.all(from, it)));
      Transaction.run(to, "BEGIN", IndexCheck::rebuild);
    }
    return true;
  }

  private static boolean isSoundButForIndex(Db db) throws SQLException {
    for (String table : Contents.tables(db)) {
      if (!IndexCheck.isDerived(table)
          && !Integrity.ofTable(db, table).stream().allMatch(Integrity.OK::equals)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the index for searching had to be made anew. */
  private static boolean verify(Db copy, Map<String, Integer> before, Map<String, Integer> after)
      throws SQLException, HistoryException {
    Journal.DELETE.begin(copy);
    String report = Integrity.of(copy);
    boolean anew = IndexCheck.isAbout(report);
    if (anew) {
      Transaction.run(copy, "BEGIN", IndexCheck::rebuild);
      report = Integrity.of(copy);
    }
    if (!report.equals(Integrity.OK)) {
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
    return anew;
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
