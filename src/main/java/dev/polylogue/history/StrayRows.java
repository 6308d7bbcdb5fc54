package dev.polylogue.history;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rows of tables of which the damaged database has lost the way to some or to all: they are known
 * by what they hold. Those of a table that looks the same lead nowhere in the end, and are removed
 * with all that does; words are sorted by {@link Unlisted}.
 */
final class StrayRows {
  private final Db to;
  private final String table;
  private final List<Column> columns;

  private StrayRows(Db to, String table) throws SQLException {
    this.to = to;
    this.table = table;
    this.columns =
        to.list(
            "SELECT name, type, \"notnull\" AS needed FROM pragma_table_info(?) ORDER BY cid",
            row ->
                new Column(
                    row.text("name"),
                    row.text("type"),
                    row.flag("needed"),
                    Meaning.of(row.text("name"))),
            table);
  }

  private record Column(String name, String type, boolean needed, Optional<Meaning> meaning) {
    boolean takes(@Nullable Object value) {
      return switch (value) {
        case null -> !needed;
        case String text ->
            type.equals("TEXT") && meaning.map(sense -> sense.fits(text)).orElse(true);
        case Long _ -> type.equals("INTEGER") || type.equals("REAL");
        case Double _ -> type.equals("REAL");
        default -> type.equals("BLOB");
      };
    }
  }

  /**
   * Adds those that are not there yet. In a transaction.
   *
   * @param folder whose database is read as a file, with its log, so nobody else may use it
   */
  static void add(DataFolder folder, Db to, Collection<String> tables)
      throws IOException, SQLException {
    List<StrayRows> all = new ArrayList<>();
    for (String table : tables) {
      all.add(new StrayRows(to, table));
    }
    LeafPages.each(
        folder.database(),
        folder.wal(),
        row -> {
          for (StrayRows rows : all) {
            rows.add(row);
          }
        });
  }

  private void add(List<@Nullable Object> row) throws SQLException {
    if (row.size() != columns.size()) {
      return;
    }
    for (int i = 0; i < columns.size(); i++) {
      if (!columns.get(i).takes(row.get(i))) {
        return;
      }
    }
    List<String> names = new ArrayList<>();
    columns.forEach(column -> names.add(Contents.quoted(column.name)));
    to.run(
        "INSERT OR IGNORE INTO %s (%s) VALUES (%s)"
            .formatted(
                Contents.quoted(table),
                String.join(", ", names),
                String.join(", ", Collections.nCopies(names.size(), "?"))),
        row.toArray());
  }
}
