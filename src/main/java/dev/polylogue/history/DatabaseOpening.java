package dev.polylogue.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/**
 * Opens the database of a folder, or says why not. One that can't be opened is neither changed nor
 * replaced: it may hold the only copy of somebody's work.
 */
final class DatabaseOpening {
  private final DataFolder folder;
  private final FolderLock lock;
  private final Schema schema;
  private final int busyMillis;

  /**
   * @param busyMillis how long to wait for another program that is writing
   */
  DatabaseOpening(DataFolder folder, FolderLock lock, Schema schema, int busyMillis) {
    this.folder = folder;
    this.lock = lock;
    this.schema = schema;
    this.busyMillis = busyMillis;
  }

  Database open() throws HistoryException {
    try {
      prepareNatives();
      if (isThere()) {
        examine();
      }
      return connect();
    } catch (SQLException e) {
      throw folder.trouble().of(e);
    } catch (IOException e) {
      throw folder.trouble().of(e);
    }
  }

  /** The driver unpacks its native library once for each run of the program. */
  private void prepareNatives() throws IOException {
    if (lock.isAlone()) {
      folder.clearNatives();
    }
    System.setProperty("org.sqlite.tmpdir", folder.natives().toString());
  }

  /** Makes an empty file where there is nothing, and says whether there was something. */
  private boolean isThere() throws IOException, HistoryException {
    Path file = folder.database();
    boolean walIsThere = Files.exists(folder.wal()) && Files.size(folder.wal()) > 0;
    if (!Files.exists(file)) {
      if (walIsThere) {
        throw folder.trouble().orphanedWal(folder.wal());
      }
      Files.createFile(file, folder.fileAttributes());
      return false;
    }
    if (!Files.isWritable(file)) {
      throw folder.trouble().readOnly();
    }
    if (Files.size(file) == 0) {
      if (walIsThere || lock.wasUsedBefore()) {
        throw folder.trouble().empty();
      }
      return false;
    }
    return true;
  }

  /** Looks at a database through a connection that can't change it. */
  private void examine() throws SQLException, HistoryException {
    try (Db db = connection(true)) {
      int version = Schema.versionOf(db);
      if (Schema.isForeign(db)) {
        throw folder.trouble().foreign();
      }
      if (version > schema.version()) {
        throw folder.trouble().newer(version, schema.version());
      }
      if (lock.wasLeftOpen()) {
        String report =
            db.first("PRAGMA quick_check(1)", row -> row.text("quick_check")).orElse("ok");
        if (!report.equals("ok")) {
          throw folder.trouble().damaged(report);
        }
      }
    }
  }

  private Database connect() throws SQLException, IOException, HistoryException {
    Db writer = connection(false);
    try {
      String mode =
          writer.first("PRAGMA journal_mode = WAL", row -> row.text("journal_mode")).get();
      if (!mode.equals("wal")) {
        throw new SQLException("this disk can't keep a write-ahead log");
      }
      schema.bringUpToDate(writer);
      Db reader = connection(false);
      reader.script("PRAGMA query_only = ON");
      folder.keepFilesPrivate();
      return new Database(folder.trouble(), writer, reader);
    } catch (SQLException | IOException | HistoryException e) {
      writer.close();
      throw e;
    }
  }

  /** Never makes a file. The address is a percent-encoded URI, so that no path is misread (T19). */
  private Db connection(boolean readOnly) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(readOnly);
    config.resetOpenMode(SQLiteOpenMode.CREATE);
    config.setBusyTimeout(busyMillis);
    Db db = new Db(config.createConnection("jdbc:sqlite:" + folder.database().toUri()));
    db.script(
        """
        PRAGMA trusted_schema = OFF;
        PRAGMA cell_size_check = ON;
        PRAGMA foreign_keys = ON;
        PRAGMA synchronous = FULL;
        PRAGMA fullfsync = ON;
        PRAGMA checkpoint_fullfsync = ON;
        PRAGMA temp_store = MEMORY;
        PRAGMA journal_size_limit = 67108864;
        """);
    return db;
  }
}
