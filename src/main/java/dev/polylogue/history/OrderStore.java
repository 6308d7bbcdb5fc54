package dev.polylogue.history;

import dev.polylogue.conversation.ComparisonEntry;
import dev.polylogue.conversation.ComparisonKind;
import dev.polylogue.conversation.Drawer;
import dev.polylogue.conversation.Drawers;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * How the comparisons of the history are put in order: pinned, filed, tagged, doubled, thrown away
 * and forgotten. Each call is one commit, for one comparison or for thousands; identifiers of
 * comparisons that are not there are passed over. Any thread may call, every call may block.
 */
public final class OrderStore {
  /** A file that was kept so lately may belong to a message that is about to be stored. */
  private static final Duration SETTLED = Duration.ofMinutes(10);

  private final Database database;
  private final BlobStore blobs;
  private final Company company;
  private final InstantSource clock;

  OrderStore(Database database, BlobStore blobs, Company company, InstantSource clock) {
    this.database = database;
    this.blobs = blobs;
    this.company = company;
    this.clock = clock;
  }

  /** What is pinned first, each newest first by last use; in the trash, what was deleted last. */
  public List<ComparisonEntry> list(ComparisonKind kind, Drawer drawer, int limit, int offset)
      throws HistoryException {
    return database.read(db -> new ListRows(db).of(kind, drawer, limit, offset));
  }

  /** What was deleted, of every kind, the latest first. */
  public List<ComparisonEntry> trash(int limit, int offset) throws HistoryException {
    return database.read(db -> new ListRows(db).trash(limit, offset));
  }

  public Drawers drawers(ComparisonKind kind) throws HistoryException {
    return database.read(db -> new OrderRows(db).drawers(kind));
  }

  /** Whether it is there and not in the trash. */
  public boolean isListed(UUID comparison) throws HistoryException {
    return database.read(db -> new OrderRows(db).isListed(comparison));
  }

  public void pin(Collection<UUID> comparisons, boolean pinned) throws HistoryException {
    database.write(db -> new OrderRows(db).pin(comparisons, pinned));
  }

  /**
   * @param folder its name, or {@code ""} for none
   */
  public void file(Collection<UUID> comparisons, String folder) throws HistoryException {
    database.write(db -> new OrderRows(db).file(comparisons, folder));
  }

  /**
   * Gives a folder another name, or with {@code ""} takes everything out of it. Where a folder is
   * called that already, the two become one.
   */
  public void renameFolder(ComparisonKind kind, String folder, String name)
      throws HistoryException {
    database.write(db -> new OrderRows(db).renameFolder(kind, folder, name));
  }

  public void tag(Collection<UUID> comparisons, String tag) throws HistoryException {
    database.write(db -> new OrderRows(db).tag(comparisons, tag));
  }

  public void untag(Collection<UUID> comparisons, String tag) throws HistoryException {
    database.write(db -> new OrderRows(db).untag(comparisons, tag));
  }

  /**
   * Copies comparisons with their panes, turns of all branches, ended replies, what went over the
   * wire for them, tags and folder. Votes are not copied, or they would count twice.
   *
   * @param fresh makes identifiers
   * @param naming makes the title of a copy of that of the original; an empty one stays empty
   * @return each copy by its original
   */
  public Map<UUID, UUID> duplicate(
      Collection<UUID> comparisons, Supplier<UUID> fresh, UnaryOperator<String> naming)
      throws HistoryException {
    Instant now = clock.instant();
    Copies copies = new Copies(fresh, naming, now);
    database.write(db -> copies.make(db, comparisons));
    return copies.made();
  }

  /** Hides comparisons. What is live in them goes on and is stored. */
  public void trash(Collection<UUID> comparisons) throws HistoryException {
    Instant now = clock.instant();
    database.write(db -> new OrderRows(db).trash(comparisons, now));
  }

  public void restore(Collection<UUID> comparisons) throws HistoryException {
    database.write(db -> new OrderRows(db).restore(comparisons));
  }

  /** Those that were moved to the trash before a moment and are not live, the oldest first. */
  public List<UUID> trashedBefore(Instant moment, int most) throws HistoryException {
    return database.read(db -> new OrderRows(db).trashedBefore(moment, most));
  }

  /** Everything of a kind that is in the trash. */
  public List<UUID> trashed(ComparisonKind kind) throws HistoryException {
    return database.read(db -> new OrderRows(db).trashed(kind));
  }

  /**
   * Forgets comparisons: every row of theirs, their words in the index, and files that nothing else
   * refers to. What they held is overwritten in the database and in its log (D36). Copies in
   * backups, and those of {@link #aside}, are not touched.
   *
   * @return whether all of it is gone; false when another program that uses the history, or a file
   *     that this one kept or another may have kept within the last ten minutes, makes some of it
   *     stay until the last of them ends, or the next {@link #sweep}
   * @throws HistoryException when one of them is still being answered; then nothing was forgotten
   */
  public boolean forget(Collection<UUID> comparisons) throws HistoryException {
    boolean clean = remove(comparisons);
    return sweep() && clean && !isAnyOnItsWay();
  }

  private boolean isAnyOnItsWay() throws HistoryException {
    try {
      return blobs.folder().passing().hasUnnamed();
    } catch (IOException e) {
      throw blobs.folder().trouble().of(e);
    }
  }

  /**
   * What was put aside, such as by a restore, and holds some of these comparisons or their files,
   * or can't be read and so may. Deleting for good does not reach it. To be asked before that.
   *
   * @return folders, the newest first
   */
  public List<Path> aside(Collection<UUID> comparisons) throws HistoryException {
    Set<String> files = database.read(db -> new SpentBlobs(db).of(comparisons));
    try {
      return new Quarantine(blobs.folder()).holding(comparisons, files);
    } catch (IOException e) {
      throw blobs.folder().trouble().of(e);
    }
  }

  /**
   * The first half of {@link #forget}: {@link #sweep} is to follow.
   *
   * @return whether nothing of the rows is left on the disk
   */
  public boolean remove(Collection<UUID> comparisons) throws HistoryException {
    boolean clean = database.erase(db -> new Forgetting(db).forget(comparisons));
    try {
      blobs.folder().passing().forget(comparisons);
      new MaskDrafts(blobs.folder()).forget(comparisons);
      return clean;
    } catch (IOException e) {
      throw blobs.folder().trouble().of(e);
    }
  }

  /**
   * Overwrites what the index still has of what was forgotten, and removes files that went out of
   * use. Takes seconds in a large history; others can write meanwhile.
   *
   * @return whether nothing is left
   */
  public boolean sweep() throws HistoryException {
    boolean wordless = sweepWords();
    return sweepFiles() && wordless;
  }

  private boolean sweepWords() throws HistoryException {
    List<Long> spent = database.read(db -> new SpentPassages(db).all());
    if (spent.isEmpty()) {
      return true;
    }
    boolean more = database.change(db -> new SpentPassages(db).begin());
    while (more) {
      more = database.change(db -> new SpentPassages(db).goOn());
    }
    return database.erase(db -> new SpentPassages(db).gone(spent));
  }

  /** The second half of {@link #sweep}. */
  boolean sweepFiles() throws HistoryException {
    if (!database.read(db -> new SpentBlobs(db).any())) {
      return true;
    }
    Instant settled = clock.instant().minus(SETTLED);
    // Within the transaction, so that nothing that refers to one of them is stored meanwhile.
    company.whileKnown(
        alone -> database.write(db -> new SpentBlobs(db).sweep(blobs, settled, alone)));
    return !database.read(db -> new SpentBlobs(db).any());
  }
}
