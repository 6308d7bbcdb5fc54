package dev.polylogue.history;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The columns of the tables that travel, as this database has them: also later ones. */
final class KeptColumns {
  private final Map<Kept, List<String>> all = new EnumMap<>(Kept.class);
  private final Map<Kept, List<Kept.Column>> told = new EnumMap<>(Kept.class);

  private KeptColumns() {}

  static KeptColumns of(Db db) throws SQLException {
    KeptColumns columns = new KeptColumns();
    for (Kept kept : Kept.values()) {
      List<String> names = new ArrayList<>();
      List<Kept.Column> travelling = new ArrayList<>();
      db.each(
          "SELECT name, type FROM pragma_table_info(?) ORDER BY cid",
          row -> {
            String column = row.text("name");
            names.add(column);
            if (!kept.isUntold(column)) {
              Kept.Sort sort = Kept.sort(column, row.text("type"));
              travelling.add(new Kept.Column(column, Kept.nameOf(column), sort));
            }
          },
          kept.table);
      columns.all.put(kept, List.copyOf(names));
      columns.told.put(kept, List.copyOf(travelling));
    }
    return columns;
  }

  List<Kept.Column> told(Kept kept) {
    return told.getOrDefault(kept, List.of());
  }

  /** The column that says where in its list a row stands, or {@code ""}. */
  String place(Kept kept) {
    return kept.placeColumn(all.getOrDefault(kept, List.of()));
  }
}
