package dev.polylogue.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The present row of a result, read by column name. Valid until the next row. */
final class Row {
  private final ResultSet rows;

  Row(ResultSet rows) {
    this.rows = rows;
  }

  String text(String column) throws SQLException {
    return rows.getString(column);
  }

  @Nullable String textOrNull(String column) throws SQLException {
    return rows.getString(column);
  }

  byte[] bytes(String column) throws SQLException {
    return rows.getBytes(column);
  }

  byte @Nullable [] bytesOrNull(String column) throws SQLException {
    return rows.getBytes(column);
  }

  int number(String column) throws SQLException {
    return rows.getInt(column);
  }

  @Nullable Long longOrNull(String column) throws SQLException {
    long value = rows.getLong(column);
    return rows.wasNull() ? null : value;
  }

  @Nullable Double doubleOrNull(String column) throws SQLException {
    double value = rows.getDouble(column);
    return rows.wasNull() ? null : value;
  }

  long whole(String column) throws SQLException {
    return rows.getLong(column);
  }

  /** The same by the number of the column, from 1, for those who read very many. */
  long whole(int column) throws SQLException {
    return rows.getLong(column);
  }

  /** As UTF-8 where it is a text. */
  byte[] bytes(int column) throws SQLException {
    return rows.getBytes(column);
  }

  /** Values as they are stored: whole numbers, fractions, texts, bytes and null. */
  @Nullable Object[] values(int first, int count) throws SQLException {
    @Nullable Object[] values = new Object[count];
    for (int i = 0; i < count; i++) {
      values[i] = rows.getObject(first + i);
    }
    return values;
  }

  boolean flag(String column) throws SQLException {
    return rows.getInt(column) != 0;
  }

  UUID id(String column) throws SQLException {
    return UUID.fromString(text(column));
  }

  @Nullable UUID idOrNull(String column) throws SQLException {
    String value = textOrNull(column);
    return value == null ? null : UUID.fromString(value);
  }

  /** The same as {@link #moment}, and null where there is nothing. */
  @Nullable Instant momentOrNull(String column) throws SQLException {
    String value = textOrNull(column);
    return value == null ? null : Moments.readAnything(value);
  }

  /** What is no moment is {@link Instant#EPOCH}, so that it hides nothing else (D19). */
  Instant moment(String column) throws SQLException {
    return Moments.readAnything(text(column));
  }
}
