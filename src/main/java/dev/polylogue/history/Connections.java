package dev.polylogue.history;

import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/**
 * Makes connections. None of them makes a file but {@link #fresh}. The address is a percent-encoded
 * URI, so that no path is misread (T19).
 */
final class Connections {
  static final String CAREFUL =
      """
      PRAGMA trusted_schema = OFF;
      PRAGMA cell_size_check = ON;
      PRAGMA temp_store = MEMORY;
      """;

  static final String ON_DISK =
      """
      PRAGMA foreign_keys = ON;
      PRAGMA secure_delete = ON;
      PRAGMA synchronous = FULL;
      PRAGMA fullfsync = ON;
      PRAGMA checkpoint_fullfsync = ON;
      PRAGMA journal_size_limit = 67108864;
      """;

  private Connections() {}

  /** To a database of ours, to be written. */
  static Db writing(Path file, int busyMillis) throws SQLException {
    Db db = open(file.toUri().toString(), false, busyMillis);
    db.script(ON_DISK);
    return db;
  }

  /** To a database of ours, to be looked at beside others that write. */
  static Db reading(Path file, int busyMillis) throws SQLException {
    Db db = open(file.toUri().toString(), true, busyMillis);
    db.script(ON_DISK);
    return db;
  }

  /**
   * To a file that may have been made by anybody: nothing in it is carried out, and it can't be
   * changed (T16).
   */
  static Db distrusting(Path file) throws SQLException {
    Db db = open(file.toUri().toString(), true, 0);
    db.script("PRAGMA query_only = ON");
    return db;
  }

  /**
   * The same to one that is damaged. Where it is shorter than it says, or the list of its tables
   * can't be read throughout, what is left of it is still read.
   */
  static Db salvaging(Path file) throws SQLException {
    Db db = distrusting(file);
    db.script("PRAGMA writable_schema = ON; PRAGMA cell_size_check = OFF");
    return db;
  }

  /** To a file that nobody changes, on a disk or in a folder that can't be written. */
  static Db still(Path file) throws SQLException {
    return open(file.toUri() + "?immutable=1", true, 0);
  }

  /**
   * Makes a database, with nothing beside it while it is being filled but a journal. What moves
   * from page to page meanwhile leaves no second copy of itself: {@link Database#erase} overwrites
   * only what is in use (D36).
   */
  static Db fresh(Path file) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    Db db = new Db(config.createConnection("jdbc:sqlite:" + file.toUri()));
    db.script(CAREFUL + "PRAGMA secure_delete = ON; PRAGMA synchronous = FULL;");
    return db;
  }

  /** Makes a database that is nowhere. */
  static Db inMemory() throws SQLException {
    return new Db(new SQLiteConfig().createConnection("jdbc:sqlite::memory:"));
  }

  private static Db open(String address, boolean readOnly, int busyMillis) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(readOnly);
    config.resetOpenMode(SQLiteOpenMode.CREATE);
    config.setBusyTimeout(busyMillis);
    Db db = new Db(config.createConnection("jdbc:sqlite:" + address));
    db.script(CAREFUL);
    return db;
  }
}
