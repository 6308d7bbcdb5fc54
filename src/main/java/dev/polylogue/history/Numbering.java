package dev.polylogue.history;

import java.util.List;

/**
 * Rows that are numbered from 0, without a gap.
 *
 * @param owner the columns that say which rows are numbered together
 * @param place the column of the number
 */
record Numbering(String table, String owner, String place) {

  /** Selects the owners of rows that are not; ends in a condition of groups. */
  String broken() {
    return "SELECT %2$s FROM %1$s GROUP BY %2$s HAVING min(%3$s) <> 0 OR max(%3$s) <> count(*) - 1"
        .formatted(table, owner, place);
  }

  /**
   * Number them anew, in their order. By way of numbers that nobody has, since no two may be the
   * same meanwhile.
   *
   * @param broken selects the owners whose rows need it
   */
  List<String> remedies(String broken) {
    return List.of(
        """
        UPDATE %1$s SET %3$s = -1000000000 - ranked.place
        FROM (SELECT rowid AS at, row_number()
            OVER (PARTITION BY %2$s ORDER BY %3$s, rowid) - 1 AS place
          FROM %1$s WHERE (%2$s) IN (%4$s)) AS ranked
        WHERE ranked.at = %1$s.rowid
        """
            .formatted(table, owner, place, broken),
        "UPDATE %1$s SET %2$s = -1000000000 - %2$s WHERE %2$s <= -1000000000"
            .formatted(table, place));
  }
}
