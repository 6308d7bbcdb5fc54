package dev.polylogue.history;

import dev.polylogue.conversation.Facts;
import dev.polylogue.history.KeptWriter.Given;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Brings a comparison from elsewhere into the history. What is here already stays as it is (D27);
 * what is new is added behind it, and files that were missing and words that were lost take their
 * places.
 */
final class Merge {
  private final Db db;
  private final KeptWriter writer;
  private final String id;
  private final Set<String> panes = new HashSet<>();
  private final Set<String> turns = new HashSet<>();
  private final List<String> newTurns = new ArrayList<>();
  private final Map<Count, Integer> added = new EnumMap<>(Count.class);
  private final PassageRows passages;
  private boolean isIndexed;

  private enum Count {
    REPLIES,
    RECOVERED,
    OTHERS
  }

  private Merge(Db db, String id) throws SQLException {
    this.db = db;
    this.id = id;
    writer = new KeptWriter(db);
    passages = new PassageRows(db);
  }

  /**
   * @throws UnfitException when it can't be let in; the caller rolls back
   */
  static Merged of(Db db, Facts facts) throws SQLException {
    String id = identifier(facts, "id");
    if (id == null) {
      throw new UnfitException("it has no identifier");
    }
    // A photo's step may name a reply that comes later.
    db.script("PRAGMA defer_foreign_keys = ON");
    try {
      return new Merge(db, id).all(facts);
    } catch (UnfitException e) {
      throw e;
    } catch (SQLException e) {
      if (e.getErrorCode() == 0) {
        // Not the database says so, but whoever read again what had just been written.
        throw unreadable(e);
      }
      throw e;
    } catch (RuntimeException e) {
      throw unreadable(e);
    }
  }

  private static UnfitException unreadable(Exception cause) {
    return new UnfitException("it holds something that can't be read", cause);
  }

  private Merged all(Facts facts) throws SQLException {
    boolean isNew = !db.has("SELECT 1 FROM comparison WHERE id = ?", id);
    isIndexed = !isNew;
    if (isNew) {
      begin(facts);
    } else {
      bringBack(facts);
    }
    panes(facts.list(Kept.PANE.list));
    turns(facts.list(Kept.TURN.list));
    replies(facts.list(Kept.REPLY.list));
    votes(facts.list(Kept.VOTE.list));
    others(facts, isNew);
    check();
    if (!isIndexed) {
      passages.enter(UUID.fromString(id));
    }
    return new Merged(
        isNew,
        newTurns,
        count(Count.REPLIES),
        count(Count.RECOVERED),
        count(Count.OTHERS),
        writer.unknown());
  }

  /** First of all, words that are gone and that the index still knows: it stays as it is. */
  private void bringBack(Facts facts) throws SQLException {
    Gaps gaps = new Gaps(db, writer, () -> {});
    for (Kept said : List.of(Kept.TURN, Kept.REPLY)) {
      Kept parts = said.parts().getFirst();
      for (Facts message : facts.list(said.list)) {
        String mid = named(said, message);
        if (passages.knows(UUID.fromString(id), mid)
            && gaps.isHollow(parts, mid)
            && gaps.bringBack(parts, mid, message.list(parts.list))) {
          added.merge(Count.RECOVERED, 1, Integer::sum);
        }
      }
    }
  }

  /**
   * To be called before what can be searched changes: the index can forget words only while they
   * are there.
   */
  private void beforeWords() throws SQLException {
    if (isIndexed) {
      if (passages.missesWords(UUID.fromString(id))) {
        throw new UnfitException(
            "words of it are gone here of which only the index for searching tells; restore a backup or salvage the history first");
      }
      passages.forget(UUID.fromString(id));
      isIndexed = false;
    }
  }

  private int count(Count what) {
    return added.getOrDefault(what, 0);
  }

  private void begin(Facts facts) throws SQLException {
    Facts.Draft whole = Facts.draft();
    whole.put("title", "").put("draft", "").put("updatedAt", facts.values().get("createdAt"));
    facts.values().forEach(whole::put);
    facts.lists().forEach(whole::put);
    long used =
        db.first("SELECT coalesce(max(used), 0) + 1 AS next FROM comparison", Merge::next)
            .orElse(1L);
    writer.insert(Kept.COMPARISON, whole.done(), new Given("used", used));
  }

  private void panes(List<Facts> list) throws SQLException {
    for (Facts pane : list) {
      String pid = named(Kept.PANE, pane);
      if (isHere("SELECT comparison AS owner FROM pane WHERE id = ?", pid)) {
        panes.add(pid);
        continue;
      }
      writer.insert(
          Kept.PANE,
          pane,
          new Given("comparison", id),
          new Given(
              "position", next("SELECT max(position) AS next FROM pane WHERE comparison = ?", id)));
      panes.add(pid);
      added.merge(Count.OTHERS, 1, Integer::sum);
    }
  }

  private void turns(List<Facts> list) throws SQLException {
    for (Facts turn : list) {
      String tid = named(Kept.TURN, turn);
      if (isHere("SELECT comparison AS owner FROM turn WHERE id = ?", tid)) {
        turns.add(tid);
        fill(Kept.TURN_PART, tid, turn);
        continue;
      }
      String parent = identifier(turn, "parent");
      if (parent != null && !turns.contains(parent)) {
        throw new UnfitException("a message of it comes before the one it follows");
      }
      boolean taken =
          db.has(
              "SELECT 1 FROM turn WHERE comparison = ? AND coalesce(parent, '') = ? AND active = 1",
              id,
              parent == null ? "" : parent);
      beforeWords();
      writer.insert(
          Kept.TURN,
          turn,
          new Given("comparison", id),
          new Given(
              "position", next("SELECT max(position) AS next FROM turn WHERE comparison = ?", id)),
          new Given("active", turn.isOn("active") && !taken));
      writer.insertAll(Kept.TURN_PART, turn.list(Kept.TURN_PART.list), tid);
      writer.insertAll(Kept.EDIT_STEP, turn.list(Kept.EDIT_STEP.list), tid);
      turns.add(tid);
      newTurns.add(tid);
    }
  }

  private void replies(List<Facts> list) throws SQLException {
    for (Facts reply : list) {
      String rid = named(Kept.REPLY, reply);
      String pane = reply.text("pane").orElse("");
      String turn = reply.text("turn").orElse("");
      if (!panes.contains(pane) || !turns.contains(turn)) {
        throw new UnfitException("an answer of it belongs to no pane or no message");
      }
      String owner =
          "SELECT comparison AS owner FROM reply JOIN pane ON pane.id = pane WHERE reply.id = ?";
      if (isHere(owner, rid)) {
        fill(Kept.REPLY_PART, rid, reply);
        addExchanges(rid, reply.list(Kept.EXCHANGE.list));
        continue;
      }
      boolean taken =
          db.has("SELECT 1 FROM reply WHERE pane = ? AND turn = ? AND active = 1", pane, turn);
      beforeWords();
      writer.insert(
          Kept.REPLY,
          reply,
          new Given(
              "ordinal",
              next(
                  "SELECT max(ordinal) AS next FROM reply WHERE pane = ? AND turn = ?",
                  pane,
                  turn)),
          new Given("active", reply.isOn("active") && !taken));
      writer.insertAll(Kept.REPLY_PART, reply.list(Kept.REPLY_PART.list), rid);
      writer.insertAll(Kept.PICTURE_MARK, reply.list(Kept.PICTURE_MARK.list), rid);
      addExchanges(rid, reply.list(Kept.EXCHANGE.list));
      new AnswerRows(db).one(UUID.fromString(rid));
      boolean silent = reply.list(Kept.REPLY_PART.list).isEmpty();
      added.merge(silent ? Count.OTHERS : Count.REPLIES, 1, Integer::sum);
    }
  }

  private void fill(Kept kept, String owner, Facts message) throws SQLException {
    Gaps gaps = new Gaps(db, writer, this::beforeWords);
    List<Facts> coming = message.list(kept.list);
    if (gaps.areWordsGone(kept, owner)) {
      added.merge(Count.RECOVERED, gaps.bringBack(kept, owner, coming) ? 1 : 0, Integer::sum);
    } else {
      added.merge(Count.OTHERS, gaps.fill(kept, owner, coming), Integer::sum);
    }
  }

  private void addExchanges(String reply, List<Facts> list) throws SQLException {
    if (!list.isEmpty() && !db.has("SELECT 1 FROM exchange WHERE reply = ?", reply)) {
      writer.insertAll(Kept.EXCHANGE, list, reply);
      new ExchangeRows(db).of(UUID.fromString(reply));
    }
  }

  private void votes(List<Facts> list) throws SQLException {
    for (Facts vote : list) {
      String vid = named(Kept.VOTE, vote);
      if (isHere("SELECT comparison AS owner FROM vote WHERE id = ?", vid)) {
        continue;
      }
      writer.insert(
          Kept.VOTE,
          vote,
          new Given("comparison", id),
          new Given("ordinal", next("SELECT max(ordinal) AS next FROM vote")));
      writer.insertAll(Kept.VOTE_REPLY, vote.list(Kept.VOTE_REPLY.list), vid);
      added.merge(Count.OTHERS, 1, Integer::sum);
    }
  }

  private void others(Facts facts, boolean isNew) throws SQLException {
    for (Facts tag : facts.list(Kept.TAG.list)) {
      String word = tag.text("tag").orElse("");
      if (!db.has("SELECT 1 FROM comparison_tag WHERE comparison = ? AND tag = ?", id, word)) {
        writer.insert(Kept.TAG, tag, new Given("comparison", id));
        added.merge(Count.OTHERS, 1, Integer::sum);
      }
    }
    if (isNew) {
      writer.insertAll(Kept.BLINDING, facts.list(Kept.BLINDING.list), id);
      writer.insertAll(Kept.PHOTO, facts.list(Kept.PHOTO.list), id);
    }
  }

  /** What could not be read again is not let in. */
  private void check() throws SQLException {
    UUID itself = UUID.fromString(id);
    ContentCheck.open(db, itself);
    db.each("SELECT updated_at FROM comparison WHERE id = ?", row -> row.moment("updated_at"), id);
  }

  /** Whether a row is here already, as a part of this comparison and of no other. */
  private boolean isHere(String ownerOf, String row) throws SQLException {
    String owner = db.first(ownerOf, found -> found.text("owner"), row).orElse(null);
    if (owner != null && !owner.equals(id)) {
      throw new UnfitException("a part of it is in the history as a part of something else");
    }
    return owner != null;
  }

  private Long next(String sql, Object... values) throws SQLException {
    return db.first(sql, Merge::behind, values).orElse(0L);
  }

  private static Long behind(Row row) throws SQLException {
    Long last = row.longOrNull("next");
    return last == null ? 0L : last + 1;
  }

  private static Long next(Row row) throws SQLException {
    Long next = row.longOrNull("next");
    return next == null ? 1L : next;
  }

  private static String named(Kept kept, Facts facts) {
    String id = identifier(facts, "id");
    if (id == null) {
      throw new UnfitException("a %s of it has no identifier".formatted(kept.table));
    }
    return id;
  }

  /** Only as this program writes them: one thing must not come under two spellings. */
  private static @Nullable String identifier(Facts facts, String name) {
    String text = facts.text(name).orElse(null);
    if (text == null) {
      return null;
    }
    try {
      if (UUID.fromString(text).toString().equals(text)) {
        return text;
      }
    } catch (IllegalArgumentException e) {
      // Said below.
    }
    throw new UnfitException("it holds an identifier that is none");
  }
}
