package dev.polylogue.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts another history in the place of the one of a data folder. What was there is moved aside,
 * never thrown away, and can be brought back in the same way (D31). All but looking wants nobody to
 * use the folder. Any thread but the FX thread; every call blocks.
 */
public final class Restorer {
  private final DataFolder folder;
  private final BackupFolder backups;
  private final InstantSource clock;
  private final Candidate candidate = new Candidate(Schema.current());

  public Restorer(Places places, InstantSource clock) {
    this.folder = DataFolder.asItIs(places.folder());
    this.backups = new BackupFolder(places.backups());
    this.clock = clock;
  }

  /**
   * What restoring a file would mean.
   *
   * @param there what is in the file
   * @param here what is in the history now, or null when that can't be read
   * @param onlyHere titles of comparisons that are not in the file, or have more prompts here
   * @param missing pictures and files that are neither with the file nor here
   */
  public record Preview(
      Path file, Contents there, @Nullable Contents here, List<String> onlyHere, int missing) {
    public Preview {
      onlyHere = List.copyOf(onlyHere);
    }
  }

  /**
   * What was done.
   *
   * @param contents what the history holds now
   * @param aside where the replaced history lies, or null where there was none
   * @param missing pictures and files that were not found
   * @param losses what could not be saved, or not as it was
   */
  public record Restored(Contents contents, @Nullable Path aside, int missing, Losses losses) {
    /** Whether all of it is there, as it was. */
    public boolean isWhole() {
      return losses.isNone() && missing == 0;
    }
  }

  /** Changes nothing; others may use the folder. */
  public Preview preview(Path file) throws HistoryException {
    Natives.use(folder);
    Path absolute = file.toAbsolutePath().normalize();
    return candidate.lookAtSound(
        absolute,
        db -> {
          Incoming blobs = new Incoming(absolute, db, new BlobStore(folder));
          Map<String, Integer> turns = Differing.turns(db);
          Contents there = Contents.of(db);
          try (Looking here = Looking.at(folder, 1000)) {
            Db now = here.db();
            return new Preview(
                absolute, there, Contents.of(now), Differing.onlyIn(now, turns), blobs.missing());
          } catch (SQLException | HistoryException e) {
            return new Preview(absolute, there, null, List.of(), blobs.missing());
          }
        });
  }

  /**
   * Puts what is in a file in the place of the history. What was to be told of that is told no
   * more.
   *
   * @param file a backup, or a history that was put aside; it is only read
   */
  public Restored restore(Path file) throws HistoryException {
    Path absolute = file.toAbsolutePath().normalize();
    return alone(
        "restore the backup",
        made -> {
          candidate.whole(absolute, made);
          List<Path> own = folder.storedBlobs();
          int missing =
              candidate.look(
                  absolute, db -> new Incoming(absolute, db, new BlobStore(folder)).take());
          Restored restored = replaced(made, putAside(what(), own), missing, Losses.NONE);
          new Alarm(folder).acknowledge();
          return restored;
        });
  }

  /**
   * Makes a new history of what can still be read of a damaged one (D18, D19, D20).
   *
   * @throws HistoryException when nothing of it can be; then it stays where it was
   */
  public Restored salvage() throws HistoryException {
    return salvage("salvage it", true);
  }

  /**
   * What salvaging would yield. It takes as long, and is thrown away.
   *
   * @throws HistoryException when nothing of it can be salvaged
   */
  public Restored trySalvage() throws HistoryException {
    return salvage("see what can be salvaged", false);
  }

  private Restored salvage(String wanted, boolean keep) throws HistoryException {
    return alone(
        wanted,
        made -> {
          Losses lost = new Salvage(folder, backups, Schema.current()).into(made, clock.instant());
          int missing =
              candidate.look(made, db -> new Incoming(made, db, new BlobStore(folder)).missing());
          if (!keep) {
            return restored(made, null, missing, lost);
          }
          Path aside = putAside(Quarantine.DAMAGED, folder.storedBlobs());
          if (!lost.isNone()) {
            new Alarm(folder).raise(Alarm.salvaged(aside));
          }
          return replaced(made, aside, missing, lost);
        });
  }

  /**
   * Moves what there is of a history aside, so that the next start begins with an empty one.
   *
   * @return where it lies now
   */
  public Path startEmpty() throws HistoryException {
    try (FolderLock lock = lock("start with an empty history")) {
      Quarantine quarantine = new Quarantine(folder);
      Path aside = quarantine.putAside(what(), folder.storedBlobs(), clock.instant());
      Absence.agree(folder, lock);
      quarantine.leave(Set.of(), aside);
      return aside;
    } catch (IOException e) {
      throw folder.trouble().of(e);
    }
  }

  /** It is called for what SQLite says of it; an empty file may be that of a first start. */
  private String what() {
    try (Db db = Connections.distrusting(folder.database())) {
      boolean lost = Files.size(folder.database()) == 0 && folder.remembersHistory();
      return !lost && Integrity.of(db).equals(Integrity.OK)
          ? Quarantine.REPLACED
          : Quarantine.DAMAGED;
    } catch (SQLException | IOException e) {
      return Quarantine.DAMAGED;
    }
  }

  /**
   * Whether what was put aside was damaged then, so that it can't be brought back by restoring it.
   *
   * @param aside the folder in which it lies
   */
  public static boolean wasDamaged(Path aside) {
    return String.valueOf(aside.getFileName()).startsWith(Quarantine.DAMAGED);
  }

  /** Histories that were put aside, the newest first. */
  public List<Path> putAside() throws HistoryException {
    try {
      return new Quarantine(folder).all();
    } catch (IOException e) {
      throw folder.trouble().of(e);
    }
  }

  /** Fills a new database, and puts it in place. */
  @FunctionalInterface
  private interface Making {
    Restored into(Path made) throws HistoryException, IOException, SQLException;
  }

  private Restored alone(String wanted, Making making) throws HistoryException {
    DataFolder.prepare(folder.path());
    try (FolderLock lock = lock(wanted)) {
      new LogGuard(folder, lock).act(clock.instant());
      Natives.use(folder);
      folder.make(folder.quarantine());
      Path made =
          Files.createTempFile(folder.quarantine(), "restoring-", ".part", folder.fileAttributes());
      try {
        return making.into(made);
      } finally {
        Files.deleteIfExists(made);
      }
    } catch (IOException e) {
      throw folder.trouble().of(e);
    } catch (SQLException e) {
      throw folder.trouble().of(e);
    }
  }

  private FolderLock lock(String wanted) throws HistoryException {
    FolderLock lock = FolderLock.take(folder);
    if (!lock.isAlone()) {
      lock.close();
      throw folder.trouble().othersWork(wanted);
    }
    return lock;
  }

  private @Nullable Path putAside(String why, List<Path> blobs) throws IOException {
    if (!Files.exists(folder.database()) && !Files.exists(folder.wal())) {
      return null;
    }
    settle();
    return new Quarantine(folder).putAside(why, blobs, clock.instant());
  }

  private Restored replaced(Path made, @Nullable Path aside, int missing, Losses lost)
      throws IOException, SQLException {
    Files.move(made, folder.database(), StandardCopyOption.ATOMIC_MOVE);
    DataFolder.forceEntries(folder.path());
    if (aside != null) {
      try (Db db = Connections.reading(folder.database(), 0)) {
        new Quarantine(folder).leave(Contents.blobs(db), aside);
      }
    }
    return restored(folder.database(), aside, missing, lost);
  }

  private static Restored restored(Path database, @Nullable Path aside, int missing, Losses lost)
      throws SQLException {
    try (Db db = Connections.reading(database, 0)) {
      return new Restored(Contents.of(db), aside, missing, lost);
    }
  }

  /** A sound history is moved as a single file, which a crash finds either here or there. */
  private void settle() {
    try (Db db = Connections.writing(folder.database(), 0)) {
      if (!Schema.isForeign(db)) {
        Journal.DELETE.begin(db);
      }
    } catch (SQLException e) {
      // It is damaged: its log goes with it as it is.
    }
  }
}
