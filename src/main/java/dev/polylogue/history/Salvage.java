package dev.polylogue.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Makes a sound history of what can be read of a damaged one, which is only read (D18 to D20).
 * Whatever can't be read, or is read but makes no sense, is counted and left behind. Blocks.
 */
final class Salvage {
  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  /**
   * Columns that must hold an identifier: of the row, or of what is made for it where it is lost.
   */
  private static final List<String> NAMES = List.of("id", "comparison", "pane");

  /** Without any of these there are no words of anybody. */
  private static final List<String> WORTH_KEEPING = List.of("comparison", "turn", "reply");

  private final DataFolder folder;
  private final Schema schema;

  /**
   * What could not be saved.
   *
   * @param rows how many of each table are known to be lost
   * @param messages those that are known by name
   */
  record Losses(Map<String, Integer> rows, List<LostMessage> messages) {}

  Salvage(DataFolder folder, Schema schema) {
    this.folder = folder;
    this.schema = schema;
  }

  /**
   * @param made an empty file, which becomes the new history
   * @return what of the old one is not in it
   */
  Losses into(Path made, Instant now) throws HistoryException, IOException {
    Path file = folder.database();
    if (!Files.isRegularFile(file) || Files.size(file) == 0) {
      throw folder.trouble().empty();
    }
    Losses lost;
    try (Db from = Connections.salvaging(file)) {
      lost = copy(from, made, now);
    } catch (SQLException e) {
      lost = underANewHeader(made, now);
    }
    Candidate.force(made);
    return lost;
  }

  private Losses underANewHeader(Path made, Instant now) throws HistoryException, IOException {
    Path copy = made.resolveSibling(made.getFileName() + "-headed.part");
    try (Header header = Header.on(folder, copy, schema.version())) {
      try (Db from = Connections.salvaging(header.file())) {
        return copy(from, made, now);
      }
    } catch (SQLException e) {
      throw folder.trouble().lost();
    }
  }

  /**
   * @throws SQLException when nothing can be read of the old one
   */
  private Losses copy(Db from, Path made, Instant now) throws SQLException, HistoryException {
    int version = Schema.versionOf(from);
    if (version > schema.version()) {
      throw folder.trouble().newer(version, schema.version());
    }
    if (Collections.disjoint(RowCopy.tables(from), WORTH_KEEPING)) {
      throw Schema.isForeign(from) ? folder.trouble().foreign() : folder.trouble().lost();
    }
    try (Db to = Candidate.begin(made)) {
      schema.bringTo(version, to);
      Map<String, Integer> lost = new TreeMap<>();
      Transaction.run(to, "BEGIN", db -> lost.putAll(RowCopy.readable(from, db)));
      Transaction.run(to, "BEGIN", db -> mend(db, now));
      schema.bringUpToDate(to);
      List<LostMessage> messages = new ArrayList<>();
      Transaction.run(
          to,
          "BEGIN",
          db -> {
            leaveOut(db, lost);
            messages.addAll(new Remnants(db).of(from));
          });
      new Candidate(schema).end(to);
      return new Losses(lost, messages);
    } catch (SQLException e) {
      throw new Trouble(made).of(e);
    } catch (RuntimeException e) {
      throw folder.trouble().unreadable(e);
    }
  }

  /** A name that is none leads nowhere; a moment that is none may be any. */
  private static void mend(Db db, Instant now) throws SQLException {
    for (String table : Contents.tables(db)) {
      for (String column : RowCopy.columns(db, table)) {
        if (NAMES.contains(column)) {
          mend(db, table, column, Salvage::isId, "DELETE FROM %s WHERE rowid = ?");
        } else if (column.endsWith("_at")) {
          String set = "UPDATE %%s SET %s = '%s' WHERE rowid = ?".formatted(column, now);
          mend(db, table, column, Salvage::isMoment, set);
        }
      }
    }
    new Orphans(db).adopt(now);
  }

  private static void mend(
      Db db, String table, String column, Predicate<String> makesSense, String remedy)
      throws SQLException {
    List<Long> senseless = new ArrayList<>();
    db.each(
        "SELECT rowid AS at, %2$s AS value FROM %1$s WHERE %2$s IS NOT NULL"
            .formatted(table, column),
        row -> {
          if (!makesSense.test(row.text("value"))) {
            senseless.add(row.whole("at"));
          }
        });
    for (Long row : senseless) {
      db.run(remedy.formatted(table), row);
    }
  }

  private static boolean isId(String value) {
    return ID.matcher(value).matches();
  }

  private static boolean isMoment(String value) {
    try {
      return Instant.parse(value) != null;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  /**
   * Comparisons that hold something which can't be understood would be in the way of all others.
   */
  private static void leaveOut(Db db, Map<String, Integer> lost) throws SQLException {
    for (UUID comparison : db.list("SELECT id FROM comparison", row -> row.id("id"))) {
      try {
        new ComparisonRows(db).load(comparison, Integer.MAX_VALUE);
      } catch (RuntimeException e) {
        db.run("DELETE FROM comparison WHERE id = ?", comparison);
        lost.merge("comparison", 1, Integer::sum);
      }
    }
    new Orphans(db).remove();
  }
}
