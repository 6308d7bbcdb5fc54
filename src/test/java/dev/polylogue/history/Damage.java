package dev.polylogue.history;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Ruins files. */
final class Damage {
  private static final int PAGE = 4096;

  private Damage() {}

  /**
   * All pages of tables or indexes.
   *
   * @param trees their names
   */
  static void trees(Path database, String... trees) throws IOException, SQLException {
    List<Long> pages = new ArrayList<>();
    for (String tree : trees) {
      pages.addAll(pages(database, tree));
    }
    for (long page : pages) {
      page(database, page);
    }
  }

  /** The numbers of the pages of a table or index. */
  static List<Long> pages(Path database, String tree) throws SQLException {
    try (Db db = Connections.reading(database, 50)) {
      return db.list("SELECT pageno FROM dbstat WHERE name = ?", row -> row.whole("pageno"), tree);
    }
  }

  /** The number of the first page of a table, as it stands without its log, which stays. */
  static long root(Path database, String table) throws SQLException {
    try (Db db = Connections.still(database)) {
      return db.first(
              "SELECT rootpage FROM sqlite_schema WHERE type = 'table' AND name = ?",
              row -> row.whole("rootpage"),
              table)
          .orElseThrow();
    }
  }

  /**
   * @param number from 1
   */
  static void page(Path database, long number) throws IOException {
    garbage(database, (number - 1) * PAGE, number * PAGE);
  }

  static void garbage(Path file, long from, long to) throws IOException {
    byte[] garbage = new byte[(int) (to - from)];
    new Random(from).nextBytes(garbage);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(garbage), from);
    }
  }
}
