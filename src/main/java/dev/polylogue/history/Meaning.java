package dev.polylogue.history;

import java.sql.SQLException;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What a value must be, beyond what the database itself sees to. */
enum Meaning {
  IDENTIFIER,
  MOMENT,
  JSON,
  BLOB;

  /** Of a column of identifiers: whether they are some. To be put behind it in a query. */
  static final String IDENTIFIES =
      " GLOB '"
          + "[0-9a-f]".repeat(8)
          + ("-" + "[0-9a-f]".repeat(4)).repeat(3)
          + "-"
          + "[0-9a-f]".repeat(12)
          + "' ";

  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final Set<String> IDENTIFIERS = Set.of("id", "comparison", "pane");
  private static final Set<String> BLOBS = Set.of("blob", "mask");

  /** A column of a table of rows, or nothing where any value will do. */
  static Optional<Meaning> of(String column) {
    if (IDENTIFIERS.contains(column)) {
      return Optional.of(IDENTIFIER);
    }
    if (column.endsWith("_at")) {
      return Optional.of(MOMENT);
    }
    if (BLOBS.contains(column)) {
      return Optional.of(BLOB);
    }
    return Kept.sort(column, "") == Kept.Sort.JSON ? Optional.of(JSON) : Optional.empty();
  }

  boolean fits(String value) {
    return switch (this) {
      case IDENTIFIER -> ID.matcher(value).matches();
      case MOMENT -> isMoment(value);
      case JSON -> isJson(value);
      case BLOB -> BlobStore.isName(value);
    };
  }

  private static boolean isMoment(String value) {
    try {
      return Moments.read(value).getEpochSecond() > Long.MIN_VALUE;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private static boolean isJson(String value) {
    try {
      return JsonMapper.shared().readTree(value).isContainer();
    } catch (JacksonException e) {
      return false;
    }
  }

  /** Takes a column of a table, a value of which must have a meaning. */
  @FunctionalInterface
  interface Taker {
    void take(String table, String column, Meaning meaning) throws SQLException;
  }

  /** Every column whose values must be something, of the tables that hold rows of their own. */
  static void each(Db db, Taker taker) throws SQLException {
    for (String table : Contents.tables(db)) {
      if (IndexCheck.isDerived(table)) {
        continue;
      }
      for (String column : RowCopy.columns(db, table)) {
        Optional<Meaning> meaning = of(column);
        if (meaning.isPresent()) {
          taker.take(table, column, meaning.get());
        }
      }
    }
  }

  /** Takes the number of each row whose value is not what it must be. */
  void unfit(Db db, String table, String column, LongConsumer row) throws SQLException {
    db.each(
        "SELECT rowid AS at, %2$s AS value FROM %1$s WHERE %2$s IS NOT NULL"
            .formatted(Contents.quoted(table), Contents.quoted(column)),
        it -> {
          if (!fits(it.text("value"))) {
            row.accept(it.whole("at"));
          }
        });
  }
}
