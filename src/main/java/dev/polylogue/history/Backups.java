package dev.polylogue.history;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/**
 * Copies of a history, each verified before it counts as one. The program may use the history
 * meanwhile. No key is in them. Any thread but the FX thread; every call blocks.
 */
public final class Backups {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration LATE = Duration.ofDays(7);
  private static final int BUSY_MILLIS = 5000;
  private static final String TO_MAKE_ONE = " To make one: polylogue history backup.";

  /** In bytes: what is copied and verified in some tenths of a second. */
  private static final long QUICK = 32 << 20;

  private final DataFolder folder;
  private final BackupFolder backups;
  private final InstantSource clock;

  public Backups(Places places, InstantSource clock) {
    this.folder = DataFolder.asItIs(places.folder());
    this.backups = new BackupFolder(places.backups());
    this.clock = clock;
  }

  /**
   * A backup that was made.
   *
   * @param missing how many pictures and files could not be put into it, since they are missing or
   *     damaged already
   * @param indexMadeAnew whether the index for searching is damaged, and was made anew in it
   * @param wordsMissing whether words are gone, were changed by another hand or refer to nothing,
   *     as far as the index, the rows or an alarm tell; an older backup may still have them
   * @param unreadable other backups that can't be read, and so count for nothing
   */
  public record Made(
      Path file,
      Contents contents,
      int missing,
      boolean indexMadeAnew,
      boolean wordsMissing,
      List<Backup> unreadable) {
    public Made {
      unreadable = List.copyOf(unreadable);
    }

    /** Which backups can't be read, in a sentence, or nothing. */
    public Optional<String> warning() {
      return unreadable.isEmpty()
          ? Optional.empty()
          : Optional.of(
              "Backups that can't be read, and were passed over: %s."
                  .formatted(
                      unreadable.stream()
                          .map(backup -> String.valueOf(backup.file().getFileName()))
                          .collect(Collectors.joining(", "))));
    }
  }

  /** Where {@link #make()} puts them. */
  public Path place() {
    return backups.path();
  }

  /** Newest first. */
  public List<Backup> all() throws HistoryException {
    try {
      return backups.all();
    } catch (IOException e) {
      throw new Trouble(backups.path()).of(e);
    }
  }

  /** Those that can't even be opened; of the others some pages may be damaged. */
  public List<Backup> unreadable() throws HistoryException {
    return all().stream().filter(backup -> !BackupFolder.isReadable(backup)).toList();
  }

  /** Those that hold one of some comparisons, or can't be read and so may. */
  public List<Backup> holding(Collection<UUID> comparisons) throws HistoryException {
    return all().stream().filter(backup -> Quarantine.mayHold(backup.file(), comparisons)).toList();
  }

  /**
   * Makes one in the folder of backups, with its pictures beside it, and lets outdated ones go.
   * None goes while words are missing in the new one, or its index can't tell, or something is to
   * be told of the history of which nobody said that they know (D30).
   */
  public Made make() throws HistoryException {
    return make(0);
  }

  /**
   * @param beforeSchema the version that the history is about to be brought to, or 0
   */
  Made make(int beforeSchema) throws HistoryException {
    try {
      backups.make();
      Path file = backups.next(clock.instant(), beforeSchema);
      BlobStore from = new BlobStore(folder);
      Made made = write(file, copy -> keepBlobs(copy, from));
      if (!made.wordsMissing() && !made.indexMadeAnew()) {
        backups.rotate(made.unreadable());
      }
      return made;
    } catch (SQLException e) {
      throw new Trouble(backups.path()).of(e);
    } catch (IOException e) {
      throw new Trouble(backups.path()).of(e);
    }
  }

  /**
   * Makes one in a single file, with its pictures in it.
   *
   * @param replace whether an older backup of that name may be replaced, once the new one was
   *     verified; no other file is
   * @throws FileAlreadyExistsException when there is one and it may not
   */
  public Made makeIn(Path wanted, boolean replace)
      throws HistoryException, FileAlreadyExistsException {
    Path absolute = wanted.toAbsolutePath().normalize();
    Path file =
        Files.isDirectory(absolute)
            ? absolute.resolve("polylogue-" + Backup.moment(clock.instant()) + ".db")
            : absolute;
    if (isBackup(file) && !replace) {
      throw new FileAlreadyExistsException(file.toString());
    }
    try {
      BlobStore from = new BlobStore(folder);
      return write(file, copy -> pack(copy, from));
    } catch (SQLException e) {
      throw new Trouble(file).of(e);
    } catch (IOException e) {
      throw new Trouble(file).of(e);
    }
  }

  /**
   * @throws IllegalArgumentException when there is something else, or belongs there
   */
  private boolean isBackup(Path file) throws HistoryException {
    if (file.startsWith(folder.path())) {
      throw new IllegalArgumentException(
          "%s is in the data folder. A backup belongs elsewhere.".formatted(file));
    }
    try {
      if (!Files.exists(file) || Files.size(file) == 0) {
        return false;
      }
      try (Db db = Connections.distrusting(file)) {
        if (Schema.isForeign(db)) {
          throw new SQLException("it holds something else");
        }
      }
      return true;
    } catch (SQLException e) {
      throw new IllegalArgumentException(
          "%s is there already and is no backup. Name another file.".formatted(file), e);
    } catch (IOException e) {
      throw new Trouble(file).of(e);
    }
  }

  /** What a copy yields beside itself. */
  @FunctionalInterface
  private interface Blobs {
    List<String> missing(Db copy) throws SQLException, HistoryException;
  }

  private Made write(Path file, Blobs blobs) throws SQLException, IOException, HistoryException {
    new Absence(folder, this).check();
    if (!Files.exists(folder.database())) {
      throw folder.trouble().none(folder.path());
    }
    Natives.use(folder);
    List<Contents> contents = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    AtomicBoolean wordsMissing = new AtomicBoolean();
    Rewritten rewritten = new Rewritten(backups);
    refuseOthers();
    boolean indexMadeAnew =
        new BackupWriter(folder, BUSY_MILLIS)
            .write(
                file,
                copy -> {
                  contents.add(Contents.of(copy));
                  missing.addAll(blobs.missing(copy));
                  boolean alarming = isAlarming(rewritten.in(copy));
                  wordsMissing.set(alarming || LostWords.areTold(copy));
                });
    return new Made(
        file,
        contents.getFirst(),
        missing.size(),
        indexMadeAnew,
        wordsMissing.get(),
        rewritten.unreadable());
  }

  /** What was changed is told from now on: from this copy the next one differs no more. */
  private boolean isAlarming(Optional<Backup> before) throws IOException, HistoryException {
    Alarm alarm = new Alarm(folder);
    if (before.isPresent() && Files.isWritable(folder.path())) {
      alarm.raise(Alarm.rewritten(before.get()));
    }
    return before.isPresent() || !alarm.words().isEmpty();
  }

  /** What this version can't verify it does not copy either (D24). */
  private void refuseOthers() throws SQLException, HistoryException {
    try (Looking looking = Looking.at(folder, BUSY_MILLIS)) {
      if (Schema.isForeign(looking.db())) {
        throw folder.trouble().foreign();
      }
      int version = Schema.versionOf(looking.db());
      int known = Schema.current().version();
      if (version > known) {
        throw folder.trouble().newer(version, known);
      }
      Optional<String> misnumbered = SchemaCheck.misnumbered(looking.db());
      if (misnumbered.isPresent()) {
        throw folder.trouble().unfit(misnumbered.get());
      }
      if (version == 0) {
        throw folder.trouble().none(folder.path());
      }
    } catch (SQLException e) {
      throw folder.trouble().of(e);
    }
  }

  private List<String> keepBlobs(Db copy, BlobStore from) throws SQLException, HistoryException {
    List<String> missing = new ArrayList<>();
    BlobStore to = backups.blobs();
    for (String sha256 : Contents.blobs(copy)) {
      if (!isKept(sha256, from, to) && !from.copy(sha256, to) && !to.isWhole(sha256)) {
        missing.add(sha256);
      }
    }
    return missing;
  }

  /** By their size, since to read all of them each day takes too long. */
  private static boolean isKept(String sha256, BlobStore from, BlobStore to)
      throws HistoryException {
    return from.has(sha256) && to.has(sha256) && from.size(sha256) == to.size(sha256);
  }

  private static List<String> pack(Db copy, BlobStore from) throws SQLException, HistoryException {
    List<String> missing = new ArrayList<>();
    Transaction.run(copy, "BEGIN", db -> missing.addAll(Carried.pack(db, from)));
    return missing;
  }

  /**
   * Makes one when the last that can be read is older than a day and something was stored since.
   *
   * @return nothing when none is due
   */
  public Optional<Made> makeIfDue() throws HistoryException {
    return makeIfDue(last());
  }

  private Optional<Made> makeIfDue(Optional<Backup> last) throws HistoryException {
    return last.isEmpty() || isDue(last.get()) && isChanged(last.get())
        ? makeUnlessEmpty()
        : Optional.empty();
  }

  private Optional<Backup> last() throws HistoryException {
    try {
      return backups.last();
    } catch (IOException e) {
      throw new Trouble(backups.path()).of(e);
    }
  }

  /**
   * The same for a program that ends in a moment: of a history that is too large for that none is
   * made.
   *
   * @return a sentence where there is no backup of the last days and none was made, or others can't
   *     be read; or nothing
   */
  public Optional<String> makeIfDueAndQuick() throws HistoryException {
    Optional<Backup> last = last();
    // The first one copies all pictures and files.
    long bytes = folder.databaseBytes() + (last.isEmpty() ? folder.blobBytes() : 0);
    if (bytes <= QUICK) {
      return makeIfDue(last).flatMap(Made::warning);
    }
    if (last.isEmpty()) {
      return Optional.of("There is no backup of the history that can be read." + TO_MAKE_ONE);
    }
    return last.get().takenAt().isAfter(clock.instant().minus(LATE))
        ? Optional.empty()
        : Optional.of(
            "The last backup of the history is more than %d days old.".formatted(LATE.toDays())
                + TO_MAKE_ONE);
  }

  private Optional<Made> makeUnlessEmpty() throws HistoryException {
    try (Db db = Connections.reading(folder.database(), BUSY_MILLIS)) {
      if (!db.has("SELECT 1 FROM turn LIMIT 1")) {
        return Optional.empty();
      }
    } catch (SQLException e) {
      throw folder.trouble().of(e);
    }
    return Optional.of(make());
  }

  /** A backup of the future was made before the clock was put back. */
  private boolean isDue(Backup last) {
    Instant now = clock.instant();
    return last.takenAt().plus(DAY).isBefore(now) || last.takenAt().isAfter(now);
  }

  private boolean isChanged(Backup last) throws HistoryException {
    try (Db now = Connections.reading(folder.database(), BUSY_MILLIS);
        Db then = Connections.distrusting(last.file())) {
      return writtenAfter(last.takenAt()) || !figures(now).equals(figures(then));
    } catch (SQLException | IOException e) {
      return true;
    }
  }

  private boolean writtenAfter(Instant moment) throws IOException {
    for (Path file : List.of(folder.database(), folder.wal())) {
      FileTime written = Files.exists(file) ? Files.getLastModifiedTime(file) : null;
      if (written != null && written.toInstant().isAfter(moment)) {
        return true;
      }
    }
    return false;
  }

  private static Map<String, Integer> figures(Db db) throws SQLException {
    Map<String, Integer> figures = Contents.rows(db);
    figures.put(
        "last use",
        db.first("SELECT coalesce(max(used), 0) AS used FROM comparison", row -> row.number("used"))
            .orElse(0));
    return figures;
  }
}
