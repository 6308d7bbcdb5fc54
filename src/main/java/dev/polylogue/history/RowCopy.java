package dev.polylogue.history;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Copies rows from a database that can't be trusted, or can't be read throughout, into an empty one
 * of our own making. Only the tables of the new one are read, as values: no trigger, view or
 * default of the old one is carried out (T16). Columns that somebody added are kept (D25). The new
 * one refuses values of wrong types.
 */
final class RowCopy {
  private static final int TOO_BIG = 18;
  private static final int CONSTRAINT = 19;
  private static final int MISMATCH = 20;

  private final Db from;
  private final Db to;
  private final boolean tolerant;
  private final Set<String> unreadable = new TreeSet<>();
  private @Nullable SQLException failure;

  private RowCopy(Db from, Db to, boolean tolerant) {
    this.from = from;
    this.to = to;
    this.tolerant = tolerant;
  }

  /** All rows, or an exception. In a transaction of the new database. */
  static void all(Db from, Db to) throws SQLException, HistoryException {
    new RowCopy(from, to, false).copy();
  }

  /**
   * The rows that can be read and make sense. In a transaction of the new database; what can't be
   * written into that is an exception, and nothing that can't be read is.
   *
   * @return the tables of which something could not be read, or which are not in the list of tables
   *     any more
   */
  static Set<String> readable(Db from, Db to) throws SQLException, HistoryException {
    RowCopy copy = new RowCopy(from, to, true);
    copy.copy();
    return copy.unreadable;
  }

  private void copy() throws SQLException, HistoryException {
    List<String> known = tables(from);
    for (String table : Contents.tables(to)) {
      if (IndexCheck.isDerived(table)) {
        continue;
      }
      if (known.contains(table)) {
        copy(table);
      } else if (tolerant) {
        unreadable.add(table);
      } else {
        throw new HistoryException("It lacks the table %s.".formatted(table));
      }
    }
  }

  /** The tables that a database says it has, as far as that can be read. */
  static List<String> tables(Db db) throws SQLException {
    return db.list(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'",
        row -> row.text("name"));
  }

  static List<String> columns(Db db, String table) throws SQLException {
    return db.list("SELECT name FROM pragma_table_info(?)", row -> row.text("name"), table);
  }

  private void copy(String table) throws SQLException {
    List<String> columns;
    try {
      OwnColumns.add(from, to, table);
      columns = new ArrayList<>(columns(to, table));
      columns.retainAll(columns(from, table));
    } catch (SQLException e) {
      lose(table, e);
      return;
    }
    String names = String.join(", ", columns.stream().map(Contents::quoted).toList());
    String places = String.join(", ", Collections.nCopies(columns.size(), "?"));
    String insert =
        "INSERT INTO %s (%s) VALUES (%s)".formatted(Contents.quoted(table), names, places);
    String select =
        "SELECT _rowid_ AS at, %s FROM %s NOT INDEXED WHERE _rowid_ > ? ORDER BY _rowid_"
            .formatted(names, Contents.quoted(table));
    long[] reached = {Long.MIN_VALUE};
    while (true) {
      try {
        from.each(
            select,
            row -> {
              insert(table, insert, row.values(2, columns.size()));
              reached[0] = row.whole("at");
            },
            reached[0]);
        return;
      } catch (SQLException e) {
        lose(table, e);
        long next = beyond(table, Math.max(0, reached[0]));
        if (next == Long.MAX_VALUE) {
          return;
        }
        reached[0] = next;
      }
    }
  }

  private void insert(String table, String insert, @Nullable Object[] values) throws SQLException {
    try {
      to.run(insert, values);
    } catch (SQLException e) {
      if (!isUnfit(e)) {
        failure = e;
        throw e;
      }
      lose(table, e);
    }
  }

  /** Whether a value is to blame, rather than the database that it was to go into. */
  private static boolean isUnfit(SQLException e) {
    int code = e.getErrorCode() & 0xff;
    return code == CONSTRAINT || code == MISMATCH || code == TOO_BIG;
  }

  private void lose(String table, SQLException e) throws SQLException {
    if (!tolerant || e.equals(failure)) {
      throw e;
    }
    unreadable.add(table);
  }

  /**
   * The place behind an unreadable stretch: found by steps that double, then by halving the last.
   */
  private long beyond(String table, long from) {
    long step = 1;
    while (!isReadable(table, from + step)) {
      if (step > Long.MAX_VALUE / 4) {
        return Long.MAX_VALUE;
      }
      step *= 2;
    }
    long bad = step / 2;
    long good = step;
    while (good - bad > 1) {
      long middle = bad + (good - bad) / 2;
      if (isReadable(table, from + middle)) {
        good = middle;
      } else {
        bad = middle;
      }
    }
    return from + good;
  }

  private boolean isReadable(String table, long after) {
    try {
      from.has(
          "SELECT * FROM %s NOT INDEXED WHERE _rowid_ > ? ORDER BY _rowid_ LIMIT 1"
              .formatted(Contents.quoted(table)),
          after);
      return true;
    } catch (SQLException e) {
      return false;
    }
  }
}
