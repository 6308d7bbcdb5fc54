package dev.polylogue.history;

import dev.polylogue.history.Finding.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Examines a history, and repairs what can be repaired, each as a step of its own that is only
 * taken when somebody asks for it; a backup from before is theirs to make. The program may use the
 * history meanwhile. Any thread but the FX thread; every call blocks, for long where there are many
 * pictures.
 */
public final class Doctor {
  private static final int BUSY_MILLIS = 5000;

  private final DataFolder folder;
  private final Backups backups;
  private final Elsewhere elsewhere;
  private final FileRepairs files;

  public Doctor(Places places, InstantSource clock) {
    this.folder = DataFolder.asItIs(places.folder());
    this.backups = new Backups(places, clock);
    BackupFolder kept = new BackupFolder(places.backups());
    this.elsewhere = new Elsewhere(kept);
    this.files = new FileRepairs(folder, kept.blobs(), clock);
  }

  /**
   * What the examination said.
   *
   * @param notes dangers about the place of the folder, which are no damage
   * @param contents null when the database can't be read
   * @param databaseBytes with its log
   * @param blobBytes of all pictures and files, wanted or not
   */
  public record Report(
      List<Finding> findings,
      List<String> notes,
      @Nullable Contents contents,
      long databaseBytes,
      long blobBytes) {
    public Report {
      findings = List.copyOf(findings);
      notes = List.copyOf(notes);
    }

    public boolean isSound() {
      return findings.isEmpty();
    }

    public List<Finding> of(Kind kind) {
      return findings.stream().filter(finding -> finding.kind() == kind).toList();
    }

    /**
     * Whether the index for searching is damaged and can be made anew without loss: not while it
     * tells of words that are gone, nor of rows that make no sense.
     */
    public boolean canRebuildIndex() {
      return !of(Kind.INDEX).isEmpty()
          && of(Kind.LOST_WORDS).isEmpty()
          && of(Kind.UNREADABLE).isEmpty()
          && of(Kind.DATE).isEmpty();
    }
  }

  /**
   * Reads everything and changes nothing.
   *
   * @throws HistoryException when another program holds the history, or there is none
   */
  public Report examine() throws HistoryException {
    return examine(Progress.NONE);
  }

  /** The same; takes minutes in a history of a million messages. */
  public Report examine(Progress progress) throws HistoryException {
    return examine(LogGuard.FINE, progress);
  }

  /**
   * The same from a program that does not have the history open itself: says beforehand what the
   * next start would find wrong with the log.
   */
  public Report examineFromOutside(Progress progress) throws HistoryException {
    return examine(LogGuard.look(folder), progress);
  }

  /**
   * For a program that does not have the history open itself and is about to read it.
   *
   * @throws HistoryException when SQLite would take a log for its own that is not
   */
  public void refuseForeignLog() throws HistoryException {
    LogGuard.Verdict log = LogGuard.look(folder);
    if (log.foreign()) {
      throw new HistoryException(new LogWords(folder).of(log, null));
    }
  }

  private Report examine(LogGuard.Verdict log, Progress progress) throws HistoryException {
    List<Finding> findings = new ArrayList<>();
    List<String> notes = new ArrayList<>(Surroundings.dangers(folder.path()));
    addPassing(notes);
    if (isEmptied()) {
      findings.add(new Finding(Kind.DATABASE, folder.trouble().empty().getMessage()));
      return new Report(findings, notes, null, 0, folder.blobBytes());
    }
    Natives.use(folder);
    addLog(log, findings, notes);
    Contents contents = null;
    try (Looking looking =
        log.isFine() ? Looking.at(folder, BUSY_MILLIS) : Looking.withoutLog(folder)) {
      contents = examine(looking.db(), findings, progress);
      if (contents != null) {
        examineIndex(looking.db(), findings, notes, progress);
      }
      files.tellFresh(findings, notes);
    } catch (SQLException e) {
      HistoryException trouble = folder.trouble().of(e);
      if (trouble.kind() == HistoryException.Kind.IN_USE) {
        throw trouble;
      }
      findings.add(new Finding(Kind.DATABASE, trouble.getMessage()));
    } catch (IOException e) {
      throw folder.trouble().of(e);
    }
    return new Report(findings, notes, contents, folder.databaseBytes(), folder.blobBytes());
  }

  /** No damage, but pictures where nobody looks for them. */
  private void addPassing(List<String> notes) throws HistoryException {
    try {
      int files = folder.passing().files().size();
      if (files > 0) {
        notes.add(
            "%s holds copies of pictures that were on their way to a provider or another program: %d. They are deleted when the last program that uses the history ends, and at the next start."
                .formatted(folder.path().resolve("uploads"), files));
      }
    } catch (IOException e) {
      throw folder.trouble().of(e);
    }
  }

  /** What a salvage lost is no damage any more, and what was changed is a finding by itself. */
  private void addLog(LogGuard.Verdict log, List<Finding> findings, List<String> notes)
      throws HistoryException {
    List<String> ofLogs = new ArrayList<>();
    for (String alarm : new Alarm(folder).words().lines().toList()) {
      (alarm.endsWith(Alarm.KEEPING) ? notes : ofLogs).add(alarm);
    }
    if (!ofLogs.isEmpty()) {
      findings.add(new Finding(Kind.LOG, String.join("\n", ofLogs)));
    }
    if (!log.isFine()) {
      findings.add(new Finding(Kind.LOG, new LogWords(folder).of(log, null)));
    }
  }

  /** What every start tells until somebody knows; or empty. */
  public String alarm() throws HistoryException {
    return new Alarm(folder).words();
  }

  /** Somebody knows what was told, which then is no finding any more and keeps no backup. */
  public void acknowledge() throws HistoryException {
    new Alarm(folder).acknowledge();
  }

  /** Whether a history was there and nothing of it is. */
  private boolean isEmptied() throws HistoryException {
    try {
      new Absence(folder, backups).check();
      boolean empty = !Files.exists(folder.database()) || Files.size(folder.database()) == 0;
      if (empty && !folder.remembersHistory()) {
        throw folder.trouble().none(folder.path());
      }
      return empty;
    } catch (IOException e) {
      throw folder.trouble().of(e);
    }
  }

  private @Nullable Contents examine(Db db, List<Finding> findings, Progress progress)
      throws SQLException, IOException, HistoryException {
    int version = Schema.versionOf(db);
    if (Schema.isForeign(db)) {
      throw folder.trouble().foreign();
    }
    if (version > Schema.current().version()) {
      throw folder.trouble().newer(version, Schema.current().version());
    }
    if (version == 0 && !db.has("SELECT 1 FROM sqlite_schema LIMIT 1")) {
      if (folder.isBrandNew()) {
        throw folder.trouble().none(folder.path());
      }
      findings.add(
          new Finding(
              Kind.UNREADABLE,
              "%s holds nothing any more: it has no tables.".formatted(folder.database())));
      return null;
    }
    for (Part part : parts(version, progress)) {
      progress.at(part.step, 0);
      told(part.check).run(db, findings::add);
    }
    return Contents.of(db);
  }

  /**
   * The same, with what can't be read made a finding, whatever it is: the rest is looked at too.
   */
  private static Check told(Check check) {
    return (db, found) -> {
      try {
        check.run(db, found);
      } catch (RuntimeException e) {
        found.accept(
            new Finding(
                Kind.UNREADABLE,
                "Something can't be read, so not all was examined: %s.".formatted(e.getMessage())));
      }
    };
  }

  private record Part(Progress.Step step, Check check) {}

  /** A history of an earlier version is examined for what that version had. */
  private List<Part> parts(int version, Progress progress) {
    List<Part> parts = new ArrayList<>();
    parts.add(new Part(Progress.Step.PAGES, RowChecks::pages));
    List<Check> rows =
        new ArrayList<>(
            List.of(
                SchemaCheck::run,
                RowChecks::references,
                RowChecks::reachability,
                Alternatives::check,
                ContentCheck::values));
    if (version == Schema.current().version()) {
      rows.addAll(List.of(RowChecks::losses, Coherence::check, ExchangeCheck::run));
    }
    rows.forEach(check -> parts.add(new Part(Progress.Step.ROWS, check)));
    if (version == Schema.current().version()) {
      parts.add(
          new Part(
              Progress.Step.COMPARISONS,
              (db, found) ->
                  ContentCheck.comparisons(
                      db, found, share -> progress.at(Progress.Step.COMPARISONS, share))));
    }
    parts.add(
        new Part(
            Progress.Step.FILES, files.check(share -> progress.at(Progress.Step.FILES, share))));
    return parts;
  }

  /** Compares it with the messages, where the pages can be read. */
  private void examineIndex(Db db, List<Finding> findings, List<String> notes, Progress progress)
      throws SQLException, IOException, HistoryException {
    if (findings.stream().anyMatch(finding -> finding.kind() == Kind.DATABASE)) {
      return;
    }
    boolean isDamaged = findings.stream().anyMatch(finding -> finding.kind() == Kind.INDEX);
    List<Finding> words = new ArrayList<>();
    DoubleConsumer share = done -> progress.at(Progress.Step.INDEX, done);
    share.accept(0);
    IndexCheck.Aids aids = new IndexCheck.Aids(isDamaged, elsewhere);
    told((it, found) ->
            Transaction.run(it, "BEGIN", same -> IndexCheck.words(same, aids, found, share)))
        .run(db, words::add);
    if (words.contains(IndexCheck.DAMAGED)) {
      notes.add(
          "Whether words were changed since they were stored was not examined: only the index for searching, which is damaged, could tell. A backup from before keeps them as they were.");
    }
    words.stream()
        .filter(finding -> !isDamaged || !finding.equals(IndexCheck.DAMAGED))
        .forEach(findings::add);
    share.accept(1);
  }

  /** Takes dates that can't be read from those around them, as far as there are any. */
  public void mendDates() throws HistoryException {
    change(Dates::mend);
  }

  /** Makes views and indexes of the tables anew that are missing or not as they should be. */
  public void mendSchema() throws HistoryException {
    change(SchemaCheck::mend);
  }

  /**
   * Puts one of several wordings or answers in use, and numbers them one after the other.
   *
   * @throws HistoryException when words are gone: what is in use may tell where they stood
   */
  public void chooseAlternatives() throws HistoryException {
    change(
        db -> {
          LostWords.refuse(db, "nothing was put in use");
          Alternatives.mend(db);
        });
  }

  /**
   * Makes the index for searching anew from the messages (D21).
   *
   * @throws HistoryException when it knows messages whose words are gone, or words refer to
   *     nothing; then it stays
   */
  public void rebuildIndex() throws HistoryException {
    change(
        db -> {
          LostWords.refuse(db, "the index was not made anew");
          IndexCheck.rebuild(db);
        });
  }

  /**
   * Removes rows that refer to nothing.
   *
   * @return how many
   * @throws HistoryException when words are among them; then nothing is removed
   */
  public int removeOrphanRows() throws HistoryException {
    List<Integer> removed = new ArrayList<>();
    change(
        db -> {
          Orphans orphans = new Orphans(db);
          if (orphans.holdWords(orphans.all())) {
            throw new HistoryException(
                "Words are among what refers to nothing, or are gone and told of by it, so nothing was removed. Salvaging makes anew what they belong to.");
          }
          removed.add(orphans.remove());
        });
    return removed.getFirst();
  }

  private void change(Transaction.Change change) throws HistoryException {
    try (Db db = Connections.writing(folder.database(), BUSY_MILLIS)) {
      db.script("PRAGMA foreign_keys = OFF");
      Transaction.run(db, "BEGIN IMMEDIATE", change);
    } catch (SQLException e) {
      throw folder.trouble().of(e);
    }
  }

  /**
   * Files that were put aside, or fetched.
   *
   * @param place where those lie now that were put aside, or null when there was none
   * @param fresh how many belong to nothing and were not put aside yet, since they are brand new
   */
  public record Moved(int files, @Nullable Path place, int fresh) {
    /** Within which a file is. */
    public static final Duration FRESH = Duration.ofMinutes(15);
  }

  /**
   * Puts files that were found to belong to nothing aside, if they still do and are not brand new.
   * Some may be somebody's own, or that of a row that was lost, so none is thrown away.
   *
   * @param shown what the user agreed to
   */
  public Moved putFilesAside(List<Finding> shown) throws HistoryException {
    try (Db db = Connections.reading(folder.database(), BUSY_MILLIS)) {
      return files.putAside(db, shown);
    } catch (SQLException e) {
      throw folder.trouble().of(e);
    } catch (IOException e) {
      throw folder.trouble().of(e);
    }
  }

  /**
   * Fetches pictures and files that are missing or damaged from the backups that hold exactly them
   * (D33).
   *
   * @param shown what the user agreed to
   * @return how many came back, and where the damaged ones were put aside
   */
  public Moved fetchFiles(List<Finding> shown) throws HistoryException {
    try {
      return files.fetch(shown);
    } catch (IOException e) {
      throw folder.trouble().of(e);
    }
  }
}
