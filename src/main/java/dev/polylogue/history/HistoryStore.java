package dev.polylogue.history;

import dev.polylogue.conversation.Comparison;
import dev.polylogue.conversation.ComparisonEntry;
import dev.polylogue.conversation.Exchange;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.Pane;
import dev.polylogue.conversation.Parameters;
import dev.polylogue.conversation.ReadingPlace;
import dev.polylogue.conversation.Reply;
import dev.polylogue.conversation.Title;
import dev.polylogue.conversation.Turn;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The history in a data folder. What a call stored is on the disk when it returns; a call that
 * fails stored nothing, and the store stays usable. Any thread may call, every call may block.
 */
public final class HistoryStore implements AutoCloseable {
  private static final int BUSY_MILLIS = 5000;

  private final Database database;
  private final BlobStore blobs;
  private final Company company;
  private final InstantSource clock;
  private final String remark;

  private HistoryStore(
      Database database, BlobStore blobs, Company company, InstantSource clock, String remark) {
    this.database = database;
    this.blobs = blobs;
    this.company = company;
    this.clock = clock;
    this.remark = remark;
  }

  /**
   * Words of a live reply.
   *
   * @param passage index of the passage they belong to
   * @param kind {@code text}, {@code reasoning} or {@code tool_call}
   */
  public record Words(UUID reply, int passage, String kind, String text) {}

  /** The same as {@link #open(Path, InstantSource)} by the clock of the system. */
  public static HistoryStore open(Path folder) throws HistoryException {
    return open(folder, InstantSource.system());
  }

  /**
   * Opens the history of a data folder, and makes both where there are none. Replies that were live
   * when an earlier run of the program died become interrupted, unless another program is using the
   * folder at this moment.
   *
   * @param clock says when a comparison was last used; it has no say in their order
   * @throws HistoryException when it can't be opened, in which case nothing was changed
   */
  public static HistoryStore open(Path folder, InstantSource clock) throws HistoryException {
    return open(Places.usual(folder), clock);
  }

  /** The same with backups, such as the one before a change of the schema, in another place. */
  public static HistoryStore open(Places places, InstantSource clock) throws HistoryException {
    return open(places, clock, BUSY_MILLIS);
  }

  /**
   * Opens a history where nothing can be written, such as on a full disk, or nothing shall be.
   * Whatever would change it fails.
   *
   * @param why is said whenever something was to be stored
   */
  public static HistoryStore openForReading(Path folder, HistoryException why)
      throws HistoryException {
    DataFolder data = DataFolder.asItIs(folder);
    ReadingOnly reading = ReadingOnly.of(data);
    boolean opened = false;
    try {
      Database database = reading.open(why);
      opened = true;
      return new HistoryStore(
          database, new BlobStore(data), reading, InstantSource.system(), new Alarm(data).words());
    } finally {
      if (!opened) {
        reading.close();
      }
    }
  }

  /** What its owner has to know, such as that words may be lost; or empty. */
  public String remark() {
    return remark;
  }

  /** Whether it took the last change. Never blocks. */
  public boolean isStoring() {
    return database.isStoring();
  }

  /** Why nothing can be stored in it, or nothing when it can be. Never blocks. */
  public Optional<HistoryException> unwritable() {
    return database.unwritable();
  }

  /** Waits so long for another program that is writing. */
  static HistoryStore open(Places places, InstantSource clock, int busyMillis)
      throws HistoryException {
    DataFolder data = DataFolder.prepare(places.folder());
    FolderLock lock = FolderLock.take(data);
    boolean opened = false;
    try {
      DatabaseOpening opening =
          new DatabaseOpening(
              data,
              lock,
              Schema.current(),
              new Backups(places, clock),
              Journal.fitting(data),
              busyMillis);
      Database database = opening.open(clock);
      try {
        if (lock.isAlone()) {
          Recovery.run(database);
          data.sweep();
        }
        lock.share();
        opened = true;
        return new HistoryStore(
            database, new BlobStore(data, clock), lock, clock, opening.remark());
      } finally {
        if (!opened) {
          database.close();
        }
      }
    } finally {
      if (!opened) {
        lock.close();
      }
    }
  }

  /** Of every kind, newest first by last use, without what is in the trash. */
  public List<ComparisonEntry> list(int limit, int offset) throws HistoryException {
    return database.read(db -> new ListRows(db).newest(limit, offset));
  }

  /** Everything in a comparison but closed panes; a live reply with the words that came so far. */
  public Optional<Comparison> load(UUID comparison) throws HistoryException {
    return load(comparison, Integer.MAX_VALUE);
  }

  /**
   * The same with no more than so many turns, the last ones, and the replies to those.
   *
   * @param turns at least 1
   */
  public Optional<Comparison> load(UUID comparison, int turns) throws HistoryException {
    return database.read(db -> new ComparisonRows(db).load(comparison, turns));
  }

  public boolean has(UUID comparison) throws HistoryException {
    return database.read(db -> new ComparisonRows(db).has(comparison));
  }

  /** One reply, also of a pane that is closed; a live one with the words that came so far. */
  public Optional<Reply> reply(UUID reply) throws HistoryException {
    return database.read(db -> new AnswerRows(db).one(reply));
  }

  /** Stores a comparison with its panes (and whatever turns and replies it holds). */
  public void create(Comparison comparison) throws HistoryException {
    database.write(db -> new ComparisonRows(db).add(comparison));
  }

  /** Gives a comparison the title that a person chose. */
  public void rename(UUID comparison, String title) throws HistoryException {
    database.write(db -> new ComparisonRows(db).rename(comparison, Title.bounded(title)));
  }

  /**
   * Gives it the title that a model chose, unless a person has named it.
   *
   * @return the title it has now, made as short as others; nothing when it stayed what it was
   */
  public Optional<String> entitle(UUID comparison, String title) throws HistoryException {
    String made = Title.of(title);
    boolean changed =
        !made.isEmpty() && database.change(db -> new ComparisonRows(db).entitle(comparison, made));
    return changed ? Optional.of(made) : Optional.empty();
  }

  /** Whether its title is the first words of its first prompt. */
  public boolean isNamedByWords(UUID comparison) throws HistoryException {
    return database.read(
        db ->
            db.has(
                "SELECT 1 FROM comparison WHERE id = ? AND title_by = 'words' AND kind = 'chat'",
                comparison));
  }

  public void saveDraft(UUID comparison, String draft) throws HistoryException {
    database.write(db -> new ComparisonRows(db).saveDraft(comparison, draft));
  }

  /** At the end of the row, with whatever answers it holds. */
  public void addPane(UUID comparison, Pane pane) throws HistoryException {
    database.write(
        db -> {
          new ComparisonRows(db).require(comparison);
          new PaneRows(db).add(comparison, pane);
        });
  }

  /** The same, just behind another pane. */
  public void addPane(UUID comparison, Pane pane, UUID behind) throws HistoryException {
    database.write(
        db -> {
          new ComparisonRows(db).require(comparison);
          PaneRows panes = new PaneRows(db);
          panes.add(comparison, pane);
          panes.putBehind(comparison, pane.id(), behind);
        });
  }

  /** Puts a pane in the place of another one, which is closed; what was said in that stays. */
  public void replacePane(UUID comparison, UUID replaced, Pane pane) throws HistoryException {
    database.write(
        db -> {
          new ComparisonRows(db).require(comparison);
          PaneRows panes = new PaneRows(db);
          panes.add(comparison, pane);
          panes.putBehind(comparison, pane.id(), replaced);
          panes.close(replaced);
        });
  }

  /** Takes the pane out of the row; its replies stay in the database. */
  public void closePane(UUID pane) throws HistoryException {
    database.write(db -> new PaneRows(db).close(pane));
  }

  /** Puts the pane closed last, of those with replies, at the end of the row again. */
  public Optional<UUID> reopenPane(UUID comparison) throws HistoryException {
    return database.change(db -> new PaneRows(db).reopen(comparison));
  }

  /** Panes that are not named keep their order behind those that are. */
  public void orderPanes(UUID comparison, List<UUID> panes) throws HistoryException {
    database.write(db -> new PaneRows(db).order(comparison, panes));
  }

  public void changePane(UUID pane, ModelRef model, Parameters parameters) throws HistoryException {
    database.write(db -> new PaneRows(db).change(pane, model, parameters));
  }

  /** Whether a prompt to all panes goes to this one too. */
  public void syncPane(UUID pane, boolean inSync) throws HistoryException {
    database.write(db -> new PaneRows(db).sync(pane, inSync));
  }

  /** Where a pane is being read; null for the bottom. */
  public void keepPlace(UUID pane, @Nullable ReadingPlace place) throws HistoryException {
    database.write(db -> new PaneRows(db).keepPlace(pane, place));
  }

  /** Where the panes of a comparison are being read; those at the bottom are left out. */
  public Map<UUID, ReadingPlace> places(UUID comparison) throws HistoryException {
    return database.read(db -> new PaneRows(db).places(comparison));
  }

  /**
   * One commit: the user message at the end of the path in use, one queued reply for each pane, the
   * draft cleared, the title set where there is none. A turn that is there already stays as it is
   * (D27).
   *
   * @param queued the reply of each pane that was asked
   */
  public void beginTurn(UUID comparison, Turn turn, Map<UUID, Reply> queued)
      throws HistoryException {
    database.write(db -> new ReplyLife(db).begin(comparison, turn, queued));
  }

  /**
   * The same for a message that was edited: the turn stands beside the one that held its earlier
   * wording, and is in use in its stead. What was said there stays; so does the draft.
   *
   * @param sibling the turn that was edited
   */
  public void beginBranch(UUID comparison, UUID sibling, Turn turn, Map<UUID, Reply> queued)
      throws HistoryException {
    database.write(db -> new ReplyLife(db).beginBeside(comparison, sibling, turn, queued));
  }

  /** Makes a turn the one in use of those that follow the same turn, and with it its branch. */
  public void useTurn(UUID turn) throws HistoryException {
    database.write(db -> new TurnRows(db).use(turn));
  }

  /** A further reply of a pane to a turn of whichever branch; becomes the active one. */
  public void beginAlternative(UUID pane, UUID turn, Reply queued) throws HistoryException {
    Instant now = clock.instant();
    database.write(db -> new ReplyLife(db).beginAlternative(pane, turn, queued, now));
  }

  /** Makes one of the alternatives of an answer the active one. */
  public void useReply(UUID reply) throws HistoryException {
    database.write(db -> new ReplyLife(db).use(reply));
  }

  /**
   * Stores words as they come; the reply is streaming from then on. Words of a reply that has ended
   * are passed over.
   */
  public void append(List<Words> words) throws HistoryException {
    database.write(db -> new WordRows(db).append(words));
  }

  /**
   * The reply in its end state, in place of the words appended so far, and what went over the wire
   * for it. Does nothing when the reply has ended already.
   */
  public void finish(Reply reply, List<Exchange> exchanges) throws HistoryException {
    if (reply.state().isLive()) {
      throw new IllegalArgumentException("The reply is still " + reply.state().word() + ".");
    }
    database.write(db -> new ReplyLife(db).finish(reply, exchanges));
  }

  /** What went over the wire for a reply, in order; empty when nothing was kept. */
  public List<Exchange> exchanges(UUID reply) throws HistoryException {
    return database.read(db -> new ExchangeRows(db).of(reply));
  }

  /** Changes whenever another program has changed it; nothing while this one is about to. */
  public OptionalLong outsideVersion() throws HistoryException {
    return database.outsideVersion();
  }

  /** Pictures and files, beside the database. */
  public BlobStore blobs() {
    return blobs;
  }

  /** Votes, tags and hidden models. */
  public VoteStore votes() {
    return new VoteStore(database);
  }

  /** Photos and what was made of them. */
  public EditStore edits() {
    return new EditStore(database, blobs.folder());
  }

  /**
   * Words in the history.
   *
   * @param clock says which day it is, and in which zone
   */
  public SearchStore search(Clock clock) {
    return new SearchStore(database, clock);
  }

  /** What is pinned, filed, thrown away, and the list of it. */
  public OrderStore order() {
    return new OrderStore(database, blobs, company, clock);
  }

  /** Whole comparisons, out of the history and into it. */
  public TransferStore transfers() {
    return new TransferStore(database);
  }

  Database database() {
    return database;
  }

  /** Waits for calls that are on their way. Later ones fail. */
  @Override
  public void close() {
    try (company;
        Database closing = database) {
      if (closing.unwritable().isEmpty()) {
        blobs.settle();
        order().sweepFiles();
        company.whileKnown(blobs::sweepIfAlone);
      }
    } catch (HistoryException e) {
      // Everything was committed before, so the next start finds it.
    }
  }
}
