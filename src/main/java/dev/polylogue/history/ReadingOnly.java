package dev.polylogue.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Opens a history where nothing can be written: on a full disk, or in a folder that is read-only
 * (D08, D11). Where that takes more than looking, because changes still wait in the log or the
 * schema is older, it looks at a copy in the temporary folder of the system.
 */
final class ReadingOnly implements Company {
  private final DataFolder folder;
  private final Schema schema;
  private final Path passing;

  private ReadingOnly(DataFolder folder, Schema schema, Path passing) {
    this.folder = folder;
    this.schema = schema;
    this.passing = passing;
  }

  static ReadingOnly of(DataFolder folder) throws HistoryException {
    try {
      return new ReadingOnly(folder, Schema.current(), Files.createTempDirectory("polylogue-"));
    } catch (IOException e) {
      throw new Trouble(Path.of(System.getProperty("java.io.tmpdir"))).of(e);
    }
  }

  /**
   * @param why nothing can be written
   */
  Database open(HistoryException why) throws HistoryException {
    return Database.forReading(folder.trouble(), connection(), why);
  }

  /** To be closed before this is. */
  Db connection() throws HistoryException {
    Natives.use(folder);
    try {
      if (!Files.exists(folder.database())) {
        throw folder.hasWaitingLog()
            ? folder.trouble().orphanedWal(folder.wal())
            : folder.trouble().readOnly();
      }
      return connect();
    } catch (SQLException e) {
      throw folder.trouble().of(e);
    } catch (IOException e) {
      throw folder.trouble().of(e);
    }
  }

  private Db connect() throws SQLException, IOException, HistoryException {
    if (Files.size(folder.database()) == 0) {
      throw folder.trouble().empty();
    }
    boolean waiting = folder.hasWaitingLog();
    boolean cut = folder.hasCutCommit();
    if (!waiting && !cut) {
      Db still = Connections.still(folder.database());
      if (isOurs(still)) {
        return still;
      }
      still.close();
    }
    Path copy = passing.resolve("polylogue.db");
    Files.copy(folder.database(), copy);
    if (waiting) {
      Files.copy(folder.wal(), passing.resolve("polylogue.db-wal"));
    }
    if (cut) {
      Files.copy(folder.undo(), passing.resolve("polylogue.db-journal"));
    }
    Db db = Connections.writing(copy, 0);
    isOurs(db);
    schema.bringUpToDate(db);
    return db;
  }

  /** Whether it can be read as it is. */
  private boolean isOurs(Db db) throws SQLException, HistoryException {
    int version = Schema.versionOf(db);
    if (Schema.isForeign(db)) {
      throw folder.trouble().foreign();
    }
    if (version > schema.version()) {
      throw folder.trouble().newer(version, schema.version());
    }
    return version == schema.version();
  }

  /** Nothing that depends on it is ever done. */
  @Override
  public void whileKnown(Task task) throws HistoryException {
    task.run(false);
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(passing)) {
      List<Path> innerFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : innerFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      // The system clears its temporary folder.
    }
  }
}
