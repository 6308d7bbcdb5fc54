package dev.polylogue.history;

import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.Facts;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Whole comparisons on their way out of the history and into it. Any thread may call, every call
 * may block.
 */
public final class TransferStore {
  private static final int CONSTRAINT = 19;

  private final Database database;

  TransferStore(Database database) {
    this.database = database;
  }

  /** Every comparison that is not in the trash, the one that was used longest ago first. */
  public List<UUID> all() throws HistoryException {
    return database.read(
        db ->
            db.list(
                "SELECT id FROM comparison WHERE trashed_at IS NULL AND id"
                    + Meaning.IDENTIFIES
                    + "ORDER BY used",
                row -> row.id("id")));
  }

  /** The same order for some of them; those that are not here are left out. */
  public List<UUID> inOrder(Collection<UUID> some) throws HistoryException {
    Set<UUID> wanted = new HashSet<>(some);
    return database.read(
        db ->
            db
                .list(
                    "SELECT id FROM comparison WHERE id" + Meaning.IDENTIFIES + "ORDER BY used",
                    row -> row.id("id"))
                .stream()
                .filter(wanted::contains)
                .toList());
  }

  /**
   * Everything that is kept of a comparison, closed panes and all branches included; files by their
   * SHA-256.
   *
   * @param exchanges whether what went over the wire comes too
   */
  public Optional<Facts> facts(UUID comparison, boolean exchanges) throws HistoryException {
    return database.read(db -> new KeptReader(db).of(comparison, exchanges));
  }

  /**
   * Adds what of a comparison is not here yet. Nothing that is here is changed or removed, but for
   * files that were missing and words that were lost and come now, so the same facts once more
   * change nothing (D27). Files must lie among the blobs already (D35).
   *
   * @throws UnfitException when nothing of it was stored, since something is wrong with it
   * @throws HistoryException when nothing more can be stored
   */
  public Merged merge(Facts comparison) throws HistoryException {
    List<Merged> result = new ArrayList<>();
    try {
      database.write(db -> result.add(Merge.of(db, comparison)));
    } catch (HistoryException e) {
      if (e.getCause() instanceof SQLException cause
          && (cause.getErrorCode() & 0xff) == CONSTRAINT) {
        throw new UnfitException("it breaks a rule of the history", e);
      }
      throw e;
    }
    return result.getFirst();
  }

  /**
   * Says of files that came with a comparison that those of them that nothing refers to are to go
   * with the next sweep of what went out of use.
   */
  public void letGo(Collection<Blob> files) throws HistoryException {
    if (!files.isEmpty()) {
      database.write(db -> new SpentBlobs(db).noteUnused(files));
    }
  }

  /** How many panes of a comparison were closed. */
  public int closedPanes(UUID comparison) throws HistoryException {
    return database.read(
        db ->
            db.list(
                    "SELECT id FROM pane WHERE comparison = ? AND closed = 1",
                    row -> row.id("id"),
                    comparison)
                .size());
  }

  /**
   * Gives comparisons that came in the places in the list that the times of their last use call
   * for. All others stay in their order.
   *
   * @param ordered whether those that came stay in the order in which they came, too
   */
  public void place(Set<UUID> arrived, boolean ordered) throws HistoryException {
    database.write(db -> place(db, arrived, ordered));
  }

  private record Entry(UUID id, Instant at) {}

  private static void place(Db db, Set<UUID> arrived, boolean ordered) throws SQLException {
    List<Entry> before =
        db.list(
            "SELECT id, updated_at FROM comparison WHERE id" + Meaning.IDENTIFIES + "ORDER BY used",
            row -> new Entry(row.id("id"), row.moment("updated_at")));
    Comparator<Entry> byTime = Comparator.comparing(Entry::at);
    List<Entry> arriving =
        new ArrayList<>(before.stream().filter(entry -> arrived.contains(entry.id)).toList());
    if (!ordered) {
      arriving.sort(byTime);
    }
    Deque<Entry> coming = new ArrayDeque<>(arriving);
    List<UUID> after = new ArrayList<>();
    for (Entry entry : before) {
      if (arrived.contains(entry.id)) {
        continue;
      }
      while (!coming.isEmpty() && coming.getFirst().at.isBefore(entry.at)) {
        after.add(coming.removeFirst().id);
      }
      after.add(entry.id);
    }
    coming.forEach(entry -> after.add(entry.id));
    renumber(db, before, after);
  }

  private static void renumber(Db db, List<Entry> before, List<UUID> after) throws SQLException {
    int same = 0;
    while (same < after.size() && after.get(same).equals(before.get(same).id)) {
      same++;
    }
    long next =
        db.first(
                "SELECT coalesce(max(used), 0) + 1 AS next FROM comparison",
                row -> row.whole("next"))
            .orElse(1L);
    for (UUID id : after.subList(same, after.size())) {
      db.run("UPDATE comparison SET used = ? WHERE id = ?", next++, id);
    }
  }
}
