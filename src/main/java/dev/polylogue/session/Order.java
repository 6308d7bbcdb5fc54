package dev.polylogue.session;

import dev.polylogue.conversation.ComparisonEntry;
import dev.polylogue.conversation.ComparisonKind;
import dev.polylogue.conversation.Drawer;
import dev.polylogue.conversation.Drawers;
import dev.polylogue.history.Backups;
import dev.polylogue.history.HistoryException;
import dev.polylogue.history.HistoryStore;
import dev.polylogue.history.OrderStore;
import dev.polylogue.run.Round;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Puts the comparisons of the history in order, one or many at once: all of them or none.
 *
 * <p>What is deleted goes to the trash, from where it comes back whole, and is forgotten for good
 * after {@link #TRASH_DAYS} days. A comparison that is being answered is stopped when it is
 * deleted: what had arrived is kept, and nothing more is paid for. One in the trash that is used
 * again, by a prompt for instance, is back in the list.
 */
public final class Order {
  public static final int TRASH_DAYS = 30;

  private static final int LONGEST_FOLDER = 60;

  /** Forgotten in one go, so that whoever wants to write waits for moments only. */
  private static final int BATCH = 20;

  private final OrderStore store;
  private final Compare compare;
  private final Identities identities;
  private final InstantSource clock;
  private final Supplier<Backups> backups;
  private final boolean writable;

  /**
   * @param clock says how long something has been in the trash
   * @param backups where they are now
   */
  public Order(
      HistoryStore history,
      Compare compare,
      Identities identities,
      InstantSource clock,
      Supplier<Backups> backups) {
    this.backups = backups;
    this.store = history.order();
    this.writable = history.unwritable().isEmpty();
    this.compare = compare;
    this.identities = identities;
    this.clock = clock;
  }

  /** What is pinned first, each newest first by last use; in the trash, what was deleted last. */
  public List<ComparisonEntry> list(ComparisonKind kind, Drawer drawer, int limit, int offset)
      throws HistoryException {
    return store.list(kind, drawer, limit, offset);
  }

  /** What was deleted, of every kind, the latest first. */
  public List<ComparisonEntry> trash(int limit, int offset) throws HistoryException {
    return store.trash(limit, offset);
  }

  public Drawers drawers(ComparisonKind kind) throws HistoryException {
    return store.drawers(kind);
  }

  /** Whether it is there and not in the trash. */
  public boolean isListed(UUID comparison) throws HistoryException {
    return store.isListed(comparison);
  }

  public void pin(Collection<UUID> comparisons, boolean pinned) throws HistoryException {
    store.pin(comparisons, pinned);
  }

  /**
   * @param folder its name, or {@code ""} for none
   */
  public void file(Collection<UUID> comparisons, String folder) throws HistoryException {
    store.file(comparisons, plain(folder));
  }

  /** Where a folder is called that already, the two become one. A blank name changes nothing. */
  public void renameFolder(ComparisonKind kind, String folder, String name)
      throws HistoryException {
    String plain = plain(name);
    if (!plain.isEmpty()) {
      store.renameFolder(kind, folder, plain);
    }
  }

  /** What was in the folder stays, in none. */
  public void removeFolder(ComparisonKind kind, String folder) throws HistoryException {
    store.renameFolder(kind, folder, "");
  }

  /** A folder as it is stored: without blanks around it or several in a row, and not too long. */
  public static String plain(String folder) {
    String name = folder.strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
    return name.codePointCount(0, name.length()) <= LONGEST_FOLDER
        ? name
        : name.substring(0, name.offsetByCodePoints(0, LONGEST_FOLDER)).strip();
  }

  /** Blank words are no tag; case and blanks around them make no difference. */
  public void tag(Collection<UUID> comparisons, String tag) throws HistoryException {
    String plain = Tags.plain(tag);
    if (!plain.isEmpty()) {
      store.tag(comparisons, plain);
    }
  }

  public void untag(Collection<UUID> comparisons, String tag) throws HistoryException {
    store.untag(comparisons, Tags.plain(tag));
  }

  /**
   * Copies comparisons whole, but for votes, which would count twice, and answers that are still on
   * their way.
   *
   * @param naming makes the title of a copy of that of the original
   * @return each copy by its original
   */
  public Map<UUID, UUID> duplicate(Collection<UUID> comparisons, UnaryOperator<String> naming)
      throws HistoryException {
    return store.duplicate(comparisons, identities::next, naming);
  }

  /**
   * Moves comparisons to the trash; stops what is being answered in them.
   *
   * @return in how many of them something was stopped
   */
  public int trash(Collection<UUID> comparisons) throws HistoryException {
    store.trash(comparisons);
    int stopped = 0;
    for (UUID comparison : comparisons) {
      List<Round> live = compare.live(comparison);
      live.forEach(Round::stopAll);
      stopped += live.isEmpty() ? 0 : 1;
    }
    return stopped;
  }

  public void restore(Collection<UUID> comparisons) throws HistoryException {
    store.restore(comparisons);
  }

  /**
   * Forgets comparisons for good, in the trash or not; stops what is being answered in them. Copies
   * in backups that were made before stay there, and those in histories that were put aside.
   */
  public Forgotten forget(Collection<UUID> comparisons) throws HistoryException {
    for (UUID comparison : comparisons) {
      for (Round round : compare.live(comparison)) {
        end(round);
      }
    }
    List<Path> aside = store.aside(comparisons);
    boolean clean = store.forget(comparisons);
    return new Forgotten(clean, aside, copies(comparisons));
  }

  private Forgotten.Copies copies(Collection<UUID> comparisons) {
    Backups made = backups.get();
    try {
      return new Forgotten.Copies(made.holding(comparisons).size(), made.place());
    } catch (HistoryException e) {
      return new Forgotten.Copies(1, made.place());
    }
  }

  private static void end(Round round) throws HistoryException {
    round.stopAll();
    try {
      round.awaitEnd();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new HistoryException("Stopped before anything was deleted.", e);
    }
  }

  /** The same for all that is in the trash. */
  public Forgotten emptyTrash(ComparisonKind kind) throws HistoryException {
    return forget(store.trashed(kind));
  }

  /**
   * Forgets what has been in the trash for too long. For the start of the program; nothing is
   * forgotten where nothing can be written.
   *
   * @return how many comparisons
   */
  public int emptyOldTrash() throws HistoryException {
    var before = clock.instant().minus(Duration.ofDays(TRASH_DAYS));
    int forgotten = 0;
    if (!writable) {
      return forgotten;
    }
    List<UUID> old = store.trashedBefore(before, BATCH);
    while (!old.isEmpty()) {
      store.remove(old);
      forgotten += old.size();
      old = store.trashedBefore(before, BATCH);
    }
    store.sweep();
    return forgotten;
  }
}
