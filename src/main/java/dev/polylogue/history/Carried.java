package dev.polylogue.history;

import dev.polylogue.conversation.Bytes;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Pictures and files that travel inside a backup of a single file, in a table that a history in use
 * does not have. One that is put in the place of a history gives them back at the next start.
 */
final class Carried {
  private static final String TABLE = "carried_blob";

  private Carried() {}

  static boolean isIn(Db db) throws SQLException {
    return db.has("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?", TABLE);
  }

  /**
   * Puts the blobs that its rows refer to into a copy of a database.
   *
   * @return those that could not be read
   */
  static List<String> pack(Db copy, BlobStore blobs) throws SQLException {
    List<String> missing = new ArrayList<>();
    copy.script(
        "CREATE TABLE %s (sha256 TEXT NOT NULL PRIMARY KEY, bytes BLOB NOT NULL) STRICT"
            .formatted(TABLE));
    for (String sha256 : Contents.blobs(copy)) {
      try {
        byte[] bytes = blobs.read(sha256).toArray();
        copy.run("INSERT INTO %s VALUES (?, ?)".formatted(TABLE), sha256, bytes);
      } catch (HistoryException e) {
        missing.add(sha256);
      }
    }
    return missing;
  }

  /** Null where the database carries no such blob. */
  static byte @org.jspecify.annotations.Nullable [] bytes(Db db, String sha256)
      throws SQLException {
    return isIn(db)
        ? db.first(
                "SELECT bytes FROM %s WHERE sha256 = ?".formatted(TABLE),
                row -> row.bytes("bytes"),
                sha256)
            .orElse(null)
        : null;
  }

  /** Gives the blobs back, and drops the table. In a transaction. */
  static void unpack(Db db, BlobStore blobs) throws SQLException, HistoryException {
    List<String> names =
        db.list("SELECT sha256 FROM %s".formatted(TABLE), row -> row.text("sha256"));
    for (String name : names) {
      byte[] bytes = bytes(db, name);
      if (bytes != null) {
        blobs.keep(Bytes.owning(bytes), "", "");
      }
    }
    db.script("DROP TABLE " + TABLE);
  }
}
