package dev.polylogue.history;

import dev.polylogue.conversation.Bytes;
import dev.polylogue.conversation.Facts;
import dev.polylogue.conversation.ReplyState;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Writes facts into rows. Names that no column has are remembered, and written nowhere (T18). */
final class KeptWriter {
  private final Db db;
  private final KeptColumns columns;
  private final Set<String> unknown = new TreeSet<>();

  KeptWriter(Db db) throws SQLException {
    this.db = db;
    columns = KeptColumns.of(db);
  }

  /** A value that the list says, and not the facts. */
  record Given(String column, @Nullable Object value) {}

  /** Names that this version does not know, with the list they stood in. */
  Set<String> unknown() {
    return unknown;
  }

  /**
   * Adds a row.
   *
   * @param given columns whose values are known from elsewhere; they come before the facts
   */
  void insert(Kept kept, Facts facts, Given... given) throws SQLException {
    List<String> names = new ArrayList<>();
    List<@Nullable Object> values = new ArrayList<>();
    for (Given one : given) {
      names.add(one.column);
      values.add(one.value);
    }
    for (Kept.Column column : columns.told(kept)) {
      Object value = facts.values().get(column.name());
      if (value != null && !names.contains(column.column())) {
        names.add(column.column());
        values.add(stored(column, value));
      }
    }
    note(kept, facts);
    String marks = "?" + ", ?".repeat(names.size() - 1);
    db.run(
        "INSERT INTO %s (%s) VALUES (%s)".formatted(kept.table, String.join(", ", names), marks),
        values.toArray());
  }

  /** Adds rows in the order of the list. */
  void insertAll(Kept kept, List<Facts> list, String owner) throws SQLException {
    String place = columns.place(kept);
    for (int i = 0; i < list.size(); i++) {
      Given belongs = new Given(kept.owner, owner);
      if (place.isEmpty()) {
        insert(kept, list.get(i), belongs);
      } else {
        insert(kept, list.get(i), belongs, new Given(place, i));
      }
    }
  }

  private void note(Kept kept, Facts facts) {
    for (String name : facts.values().sequencedKeySet()) {
      if (columns.told(kept).stream().noneMatch(column -> column.name().equals(name))) {
        unknown.add(kept.table + "." + name);
      }
    }
    for (String name : facts.lists().sequencedKeySet()) {
      if (kept.parts().stream().noneMatch(part -> part.list.equals(name))) {
        unknown.add(kept.table + "." + name);
      }
    }
  }

  private static Object stored(Kept.Column column, Object value) {
    Object fits =
        switch (column.sort()) {
          case TEXT -> value instanceof String ? value : null;
          case WHOLE -> value instanceof Long ? value : null;
          case FRACTION ->
              value instanceof Number number ? Double.valueOf(number.doubleValue()) : null;
          case FLAG -> value instanceof Boolean ? value : null;
          case JSON ->
              switch (value) {
                case Facts.Json json -> json.text();
                case String text -> text;
                default -> null;
              };
          case BYTES -> bytes(value);
        };
    if (fits == null) {
      throw new UnfitException("its field \"%s\" can't be read".formatted(column.name()));
    }
    if (column.column().equals("state") && isLive(fits)) {
      return ReplyState.INTERRUPTED.word();
    }
    return fits;
  }

  /** No reply comes in live: nobody is there to end it. */
  private static boolean isLive(Object state) {
    return Set.of("queued", "connecting", "waiting", "streaming").contains(state);
  }

  private static byte @Nullable [] bytes(Object value) {
    if (value instanceof Bytes bytes) {
      return bytes.toArray();
    }
    try {
      return value instanceof String text ? Base64.getDecoder().decode(text) : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
