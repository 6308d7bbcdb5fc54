package dev.polylogue.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Makes a sound history of what can be read of a damaged one, which is only read (D18 to D20).
 * Whatever can't be read, or is read but makes no sense, is counted and left behind. Blocks.
 */
final class Salvage {
  /** The name of no file: a picture of which nothing but that it was there is known. */
  private static final String NO_BLOB = "0".repeat(64);

  /** Without any of these there are no words of anybody. */
  private static final List<String> WORTH_KEEPING = List.of("comparison", "turn", "reply");

  private static final String ANYTHING =
      "SELECT 1 FROM comparison UNION ALL SELECT 1 FROM turn UNION ALL SELECT 1 FROM reply LIMIT 1";

  private final DataFolder folder;
  private final BackupFolder backups;
  private final Schema schema;

  Salvage(DataFolder folder, BackupFolder backups, Schema schema) {
    this.folder = folder;
    this.backups = backups;
    this.schema = schema;
  }

  /**
   * @param made an empty file, which becomes the new history
   * @return what of the old one is not in it
   */
  Losses into(Path made, Instant now) throws HistoryException, IOException {
    Path file = folder.database();
    if (!Files.isRegularFile(file) || Files.size(file) == 0) {
      throw folder.remembersHistory()
          ? folder.trouble().empty()
          : folder.trouble().none(folder.path());
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
    try {
      return underANewHeader(made, now, false);
    } catch (SQLException e) {
      Files.write(made, new byte[0]);
    }
    try {
      return underANewHeader(made, now, true);
    } catch (SQLException e) {
      throw folder.trouble().lost();
    }
  }

  private Losses underANewHeader(Path made, Instant now, boolean withoutTables)
      throws SQLException, HistoryException, IOException {
    Path copy = made.resolveSibling(made.getFileName() + "-headed.part");
    try (Header header = Header.on(folder, copy, schema.version(), withoutTables);
        Db from = Connections.salvaging(header.file())) {
      return copy(from, made, now);
    }
  }

  /**
   * @throws SQLException when nothing can be read of the old one
   */
  private Losses copy(Db from, Path made, Instant now)
      throws SQLException, HistoryException, IOException {
    int version = Schema.versionOf(from);
    if (version > schema.version()) {
      throw folder.trouble().newer(version, schema.version());
    }
    if (Collections.disjoint(RowCopy.tables(from), WORTH_KEEPING) && Schema.isForeign(from)) {
      throw folder.trouble().foreign();
    }
    if (folder.isBrandNew() && !from.has("SELECT 1 FROM sqlite_schema")) {
      throw folder.trouble().none(folder.path());
    }
    try (Db to = Candidate.begin(made)) {
      schema.bringTo(Math.max(version, versionByParts(from)), to);
      Passages changed = changed(from);
      Set<String> unreadable = new TreeSet<>();
      Transaction.run(to, "BEGIN", db -> unreadable.addAll(RowCopy.readable(from, db)));
      Transaction.run(to, "BEGIN", db -> addStrays(db, unreadable));
      LostRows rows = LostRows.among(from, to, unreadable);
      Transaction.run(
          to,
          "BEGIN",
          db -> {
            mend(db, now);
            Listed.copy(from, db);
            new Remaking(from, db, now).all(unreadable);
            new Orphans(db).remove();
          });
      if (!to.has(ANYTHING)) {
        throw folder.trouble().lost();
      }
      schema.bringUpToDate(to);
      Set<String> fetched = new HashSet<>();
      List<LostMessage> messages = new ArrayList<>();
      List<Loss> lost = new ArrayList<>();
      Transaction.run(
          to,
          "BEGIN",
          db -> {
            fetched.addAll(fetch(db, changed));
            leaveOut(db);
            Naming.all(from, db);
            Naming.lost(from, db);
            messages.addAll(new Remnants(db, rows).messages());
            Coherence.mend(db);
            ExchangeCheck.remove(db);
            new Choosing(db).all();
            lost.addAll(rows.count());
          });
      new Candidate(schema).end(to);
      return new Losses(
          lost, messages, Remaking.guessed(to), left(changed, fetched), fetched.size());
    } catch (SQLException e) {
      throw new Trouble(made).of(e);
    } catch (RuntimeException e) {
      throw folder.trouble().unreadable(e);
    }
  }

  /** While the words are still as they were found. */
  private static Passages changed(Db from) throws SQLException {
    from.script("PRAGMA query_only = OFF");
    try {
      return IndexCheck.changed(from);
    } finally {
      from.script("PRAGMA query_only = ON");
    }
  }

  private Set<String> fetch(Db db, Passages changed) throws SQLException, HistoryException {
    try {
      return new Fetching(db).from(backups, changed);
    } catch (IOException e) {
      throw new Trouble(backups.path()).of(e);
    }
  }

  private Losses.Changed left(Passages changed, Set<String> fetched) {
    List<Passages.Passage> left =
        changed.first().stream().filter(one -> !fetched.contains(one.message())).toList();
    int back = changed.first().size() - left.size();
    return new Losses.Changed(
        changed.count() - back, new Elsewhere(backups).of(left).map(Backup::file).orElse(null));
  }

  /** Its number may have been changed; 0 where the list of its parts can't be read. */
  private static int versionByParts(Db from) throws HistoryException {
    try {
      return SchemaCheck.versionByParts(from);
    } catch (SQLException e) {
      return 0;
    }
  }

  /** A page that leads to others, or the list of all tables, may be lost, and those are not. */
  private void addStrays(Db db, Set<String> unreadable) throws SQLException, HistoryException {
    try {
      StrayRows.add(folder, db, unreadable);
    } catch (IOException e) {
      throw folder.trouble().of(e);
    }
  }

  /** A name that is none leads nowhere; a moment that is none may be any, a setting goes. */
  private static void mend(Db db, Instant now) throws SQLException {
    Meaning.each(
        db,
        (table, column, meaning) -> {
          List<Long> unfit = new ArrayList<>();
          meaning.unfit(db, table, column, unfit::add);
          String remedy = remedy(table, column, meaning, now);
          for (Long row : unfit) {
            db.run(remedy + " WHERE rowid = ?", row);
          }
        });
  }

  private static String remedy(String table, String column, Meaning meaning, Instant now) {
    String set = "UPDATE %s SET %s = ".formatted(table, column);
    String delete = "DELETE FROM " + table;
    return switch (meaning) {
      case IDENTIFIER -> delete;
      case MOMENT -> set + "'" + now + "'";
      case BLOB -> table.equals("spent_blob") ? delete : set + "'" + NO_BLOB + "'";
      case JSON ->
          set
              + switch (column) {
                case "parameters", "options" -> "'{}'";
                case "request_headers" -> "'[]'";
                default -> "NULL";
              };
    };
  }

  /**
   * Comparisons that hold something which can't be understood would be in the way of all others.
   */
  private static void leaveOut(Db db) throws SQLException {
    for (UUID comparison : db.list("SELECT id FROM comparison", row -> row.id("id"))) {
      for (UUID reply : ContentCheck.unreadableExchanges(db, comparison.toString())) {
        db.run("DELETE FROM exchange WHERE reply = ?", reply);
      }
      try {
        ContentCheck.open(db, comparison);
      } catch (RuntimeException e) {
        db.run("DELETE FROM comparison WHERE id = ?", comparison);
      }
    }
    new Orphans(db).remove();
  }
}
