package dev.polylogue.history;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a table whose own pages are lost, as far as the indexes on that table tell of them: an
 * index repeats the columns that it is made of, on pages of its own. For tables whose key is {@code
 * id}.
 */
final class IndexedRows {
  private static final Pattern ALWAYS = Pattern.compile("(\\w+) = \\d");

  private final Db damaged;
  private final Db to;
  private final String table;
  private final Map<Long, Map<String, @Nullable Object>> rows = new LinkedHashMap<>();

  private IndexedRows(Db damaged, Db to, String table) {
    this.damaged = damaged;
    this.to = to;
    this.table = table;
  }

  /**
   * An index as our own schema makes it.
   *
   * @param told what it tells of a row: columns, and what its condition says
   * @param condition of a partial one, or {@code ""}
   */
  private record Index(String name, List<String> told, String condition) {}

  /**
   * Those that the salvaged database lacks.
   *
   * @param to with the schema that the damaged one should have, and what was read of it
   * @return the known columns of each, always with {@code id}
   */
  static Collection<Map<String, @Nullable Object>> missing(Db damaged, Db to, String table)
      throws SQLException {
    IndexedRows found = new IndexedRows(damaged, to, table);
    found.read(new Index("sqlite_autoindex_%s_1".formatted(table), List.of("id"), ""), true);
    for (Index index : found.others()) {
      found.read(index, false);
    }
    return found.rows.values();
  }

  private List<Index> others() throws SQLException {
    List<Index> indexes = new ArrayList<>();
    to.each(
        """
        SELECT listed.name, coalesce(sql, '') AS sql,
            (SELECT group_concat(info.name) FROM pragma_index_info(listed.name) AS info) AS told
        FROM pragma_index_list(?1) AS listed
        JOIN sqlite_schema ON sqlite_schema.name = listed.name AND origin <> 'pk'
        """,
        row -> {
          String[] halves = row.text("sql").split("\\sWHERE\\s", 2);
          String condition = halves.length == 2 ? halves[1] : "";
          List<String> told = new ArrayList<>(List.of(row.text("told").split(",")));
          if (halves[0].contains("coalesce(parent, '')")) {
            told.add("coalesce(parent, '') AS parent");
          }
          Matcher always = ALWAYS.matcher(condition);
          if (always.find()) {
            told.add(always.group(1));
          }
          indexes.add(new Index(row.text("name"), told, condition));
        },
        table);
    return indexes;
  }

  /** As far as it can be read: of a damaged index its beginning is better than nothing. */
  private void read(Index index, boolean keys) throws SQLException {
    String select =
        "SELECT rowid AS at, %s FROM %s INDEXED BY %s"
            .formatted(
                String.join(", ", index.told), Contents.quoted(table), Contents.quoted(index.name));
    List<String> names = index.told.stream().map(told -> told.replaceAll(".* AS ", "")).toList();
    List<Long> places = new ArrayList<>();
    List<@Nullable Object[]> values = new ArrayList<>();
    try {
      damaged.each(
          index.condition.isEmpty() ? select : select + " WHERE " + index.condition,
          row -> {
            long at = row.whole("at");
            if (keys ? isMissing(row.textOrNull("id")) : rows.containsKey(at)) {
              places.add(at);
              values.add(row.values(2, names.size()));
            }
          });
    } catch (SQLException e) {
      if (!Trouble.isDamage(e) && !Trouble.isLack(e)) {
        throw e;
      }
    }
    for (int i = 0; i < places.size(); i++) {
      Map<String, @Nullable Object> row =
          rows.computeIfAbsent(places.get(i), at -> new LinkedHashMap<>());
      for (int column = 0; column < names.size(); column++) {
        row.put(names.get(column), values.get(i)[column]);
      }
    }
  }

  private boolean isMissing(@Nullable String id) throws SQLException {
    return id != null
        && Meaning.IDENTIFIER.fits(id)
        && !to.has("SELECT 1 FROM %s WHERE id = ?".formatted(Contents.quoted(table)), id);
  }
}
