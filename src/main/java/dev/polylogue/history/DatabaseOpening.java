package dev.polylogue.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Opens the database of a folder, or says why not. One that can't be opened is neither changed nor
 * replaced: it may hold the only copy of somebody's work.
 */
final class DatabaseOpening {
  private final DataFolder folder;
  private final FolderLock lock;
  private final Schema schema;
  private final Backups backups;
  private final Journal journal;
  private final int busyMillis;
  private String remark = "";

  /**
   * @param backups where the history goes before it is brought to this version's schema
   * @param journal the way to write from now on
   * @param busyMillis how long to wait for another program that is writing
   */
  DatabaseOpening(
      DataFolder folder,
      FolderLock lock,
      Schema schema,
      Backups backups,
      Journal journal,
      int busyMillis) {
    this.folder = folder;
    this.lock = lock;
    this.schema = schema;
    this.backups = backups;
    this.journal = journal;
    this.busyMillis = busyMillis;
  }

  /** What the owner of the history has to know; or empty. */
  String remark() {
    return remark;
  }

  Database open(InstantSource clock) throws HistoryException {
    try {
      Instant now = clock.instant();
      new LogGuard(folder, lock).act(now);
      prepareNatives();
      boolean wasThere = isThere();
      if (wasThere) {
        int version = examine();
        if (version > 0 && version < schema.version()) {
          bringUpToDate(version, now);
        }
      }
      remark = new Alarm(folder).words();
      return connect(clock, wasThere);
    } catch (SQLException e) {
      throw folder.trouble().of(e);
    } catch (IOException e) {
      throw folder.trouble().of(e);
    }
  }

  private void prepareNatives() throws IOException, HistoryException {
    if (lock.isAlone()) {
      Natives.clear(folder);
    }
    Natives.use(folder);
  }

  /** Makes an empty file where there is nothing, and says whether there was something. */
  private boolean isThere() throws IOException, HistoryException {
    Path file = folder.database();
    if (!Files.exists(file)) {
      new Absence(folder, backups).check();
      Files.createFile(file, folder.fileAttributes());
      return false;
    }
    if (!Files.isWritable(file)) {
      throw folder.trouble().readOnly();
    }
    if (Files.size(file) == 0) {
      if (folder.hasWaitingLog() || lock.wasUsedBefore()) {
        throw folder.trouble().empty();
      }
      return false;
    }
    return true;
  }

  private void bringUpToDate(int version, Instant now) throws HistoryException {
    if (!lock.isAlone()) {
      throw folder.trouble().othersWork("start this version again");
    }
    new Migration(folder, schema, backups, busyMillis).run(version, now);
  }

  /**
   * Looks at a database through a connection that can't change it, unless a commit that was cut off
   * has to be undone first.
   *
   * @return the version of its schema
   */
  private int examine() throws SQLException, IOException, HistoryException {
    Path file = folder.database();
    try (Db db =
        folder.hasCutCommit()
            ? Connections.writing(file, busyMillis)
            : Connections.reading(file, busyMillis)) {
      int version = Schema.versionOf(db);
      if (Schema.isForeign(db)) {
        throw folder.trouble().foreign();
      }
      if (version > schema.version()) {
        throw folder.trouble().newer(version, schema.version());
      }
      Optional<String> misnumbered = SchemaCheck.misnumbered(db);
      if (misnumbered.isPresent()) {
        throw folder.trouble().unfit(misnumbered.get());
      }
      if (lock.wasLeftOpen()) {
        String report =
            db.first("PRAGMA quick_check(1)", row -> row.text("quick_check")).orElse("ok");
        if (!report.equals("ok")) {
          throw folder.trouble().damaged(report);
        }
      }
      return version;
    }
  }

  /** Of a first start that ends before the history is made, nobody thinks that there was one. */
  private Database connect(InstantSource clock, boolean wasThere)
      throws SQLException, IOException, HistoryException {
    long sure = sure(clock);
    LogMark nothing = LogMark.none(clock.instant(), sure);
    if (wasThere) {
      lock.enter(nothing);
    }
    Db writer = Connections.writing(folder.database(), busyMillis);
    try {
      // Counts only before the first table is made; the space of what was deleted is given back.
      writer.script("PRAGMA auto_vacuum = INCREMENTAL");
      keepJournal(writer);
      schema.bringUpToDate(writer);
      lock.enter(nothing);
      giveBackBlobs(writer);
      remarkUnlisted(writer);
      Db reader = Connections.writing(folder.database(), busyMillis);
      reader.script("PRAGMA query_only = ON");
      folder.keepFilesPrivate();
      LogKeeper keeper = new LogKeeper(folder, lock, clock, pageSize(writer), sure);
      keeper.committed(writer);
      Presence presence = Presence.of(folder.database());
      Alarm alarm = new Alarm(folder);
      return new Database(folder.trouble(), presence, writer, reader, keeper, alarm);
    } catch (SQLException | IOException | HistoryException e) {
      writer.close();
      throw e;
    }
  }

  /** Until when everything is in the database itself, as {@link LogMark} has it. */
  private long sure(InstantSource clock) throws IOException {
    LogMark mark = lock.mark();
    return !folder.hasWaitingLog() ? clock.millis() : mark == null ? 0 : mark.sure();
  }

  private static int pageSize(Db db) throws SQLException {
    return db.first("PRAGMA page_size", row -> row.number("page_size")).orElseThrow();
  }

  /** Where somebody else has the history open, it stays as they keep it. */
  private void keepJournal(Db writer) throws SQLException {
    boolean isNew = Schema.versionOf(writer) == 0;
    Journal before = isNew ? Journal.WAL : Journal.of(writer);
    if (isNew || lock.isAlone()) {
      Journal now = journal.begin(writer);
      if (now == Journal.DELETE && before != now) {
        add(Surroundings.ON_NETWORK);
      }
    }
  }

  /** What is damaged is told by whoever reads it, and hides nothing else (D19). */
  private void remarkUnlisted(Db writer) {
    List<String> titles;
    try {
      titles = ListRows.unlisted(writer);
    } catch (SQLException damaged) {
      titles = List.of();
    }
    if (!titles.isEmpty()) {
      add(
          "Comparisons that can't be listed, since their identifiers can't be read: %d, the first is %s. \"polylogue history verify\" says more."
              .formatted(titles.size(), RowChecks.called(titles.getFirst())));
    }
  }

  private void add(String sentence) {
    remark = (remark + "\n" + sentence).strip();
  }

  /** A backup of a single file may have been put in the place of the history by hand. */
  private void giveBackBlobs(Db writer) throws SQLException, HistoryException {
    if (Carried.isIn(writer)) {
      BlobStore blobs = new BlobStore(folder);
      Transaction.run(writer, "BEGIN IMMEDIATE", db -> Carried.unpack(db, blobs));
    }
  }
}
