package dev.polylogue.history;

import dev.polylogue.conversation.Found.Role;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the index of the search true: whoever stores or removes words calls it in the same
 * transaction, after what is new is stored and before what is old is gone.
 */
final class PassageRows {
  /** Bytes of the index that are gathered in memory before they are written. */
  private static final int USUAL_GATHERED = 1 << 20;

  private static final int MUCH_GATHERED = 64 << 20;

  private final Db db;
  private final PassageText texts;

  PassageRows(Db db) {
    this.db = db;
    this.texts = new PassageText(db);
  }

  /** A passage as it lies in the table. */
  private record Passage(
      long id, long comparison, Role role, String message, @Nullable Long model) {}

  /** The title that is stored now. */
  void titled(UUID comparison) throws SQLException {
    add(comparison.toString(), Role.TITLE, comparison.toString(), null);
  }

  /** To be called before the title changes. */
  void untitle(UUID comparison) throws SQLException {
    for (Passage passage : of(comparison)) {
      if (passage.role == Role.TITLE) {
        remove(passage, comparison);
      }
    }
  }

  /** A prompt that nobody answers. */
  void unanswered(UUID comparison, UUID turn) throws SQLException {
    addMissing(comparison.toString(), turn.toString());
  }

  void asked(UUID comparison, UUID turn) throws SQLException {
    add(comparison.toString(), Role.USER, turn.toString(), null);
  }

  /**
   * The first words of a reply have come. What it answers is put into the index now and not when it
   * was asked, since a prompt is on its way sooner without.
   */
  void begun(UUID reply) throws SQLException {
    Optional<Voice> voice = voice(reply);
    if (voice.isPresent()) {
      addMissing(voice.get().comparison, voice.get().turn);
    }
  }

  /** A reply that has ended, perhaps without having begun. */
  void answered(UUID reply) throws SQLException {
    Optional<Voice> voice = voice(reply);
    if (voice.isPresent()) {
      addMissing(voice.get().comparison, voice.get().turn);
      add(voice.get().comparison, Role.REASONING, reply.toString(), voice.get());
      add(voice.get().comparison, Role.ASSISTANT, reply.toString(), voice.get());
    }
  }

  private Optional<Voice> voice(UUID reply) throws SQLException {
    return db.first(
        """
        SELECT pane.comparison, reply.turn, reply.provider, reply.model
        FROM reply JOIN pane ON pane.id = reply.pane WHERE reply.id = ?
        """,
        row ->
            new Voice(
                row.text("comparison"), row.text("turn"), row.text("provider"), row.text("model")),
        reply);
  }

  private record Voice(String comparison, String turn, String provider, String model) {}

  private void addMissing(String comparison, String turn) throws SQLException {
    long number = comparison(comparison);
    String known = "SELECT 1 FROM passage WHERE comparison = ? AND message = ? AND role = ?";
    if (!db.has(known, number, "", Role.TITLE.word())) {
      add(comparison, Role.TITLE, comparison, null);
    }
    if (!db.has(known, number, turn, Role.USER.word())) {
      add(comparison, Role.USER, turn, null);
    }
  }

  /**
   * Takes everything of a comparison out of the index; to be called while it is still there. Some
   * of its words are left until {@link SpentPassages} has been seen to.
   */
  void forget(UUID comparison) throws SQLException {
    SpentPassages spent = new SpentPassages(db);
    for (Passage passage : of(comparison)) {
      remove(passage, comparison);
      spent.note(passage.id);
    }
    db.run("DELETE FROM passage_comparison WHERE comparison = ?", comparison);
  }

  /** Whether something of a message is in the index. */
  boolean knows(UUID comparison, String message) throws SQLException {
    return db.has(
        """
        SELECT 1 FROM passage_comparison AS held JOIN passage ON passage.comparison = held.id
        WHERE held.comparison = ? AND passage.message = ?
        """,
        comparison,
        message);
  }

  /** Whether the index knows something of a comparison that says nothing any more. */
  boolean missesWords(UUID comparison) throws SQLException {
    for (Passage passage : of(comparison)) {
      String message = passage.role == Role.TITLE ? comparison.toString() : passage.message;
      if (!texts.of(passage.role, message).isWorthFinding()) {
        return true;
      }
    }
    return false;
  }

  /** Forgets the models that nothing in the index was said by. */
  void forgetModels() throws SQLException {
    db.run(
        """
        DELETE FROM passage_model
        WHERE id NOT IN (SELECT model FROM passage WHERE model IS NOT NULL)
        """);
  }

  /** Makes the whole index anew from what is stored. */
  void rebuild() throws SQLException {
    db.run("DELETE FROM passage");
    db.run("DELETE FROM passage_comparison");
    db.run("DELETE FROM passage_model");
    db.script("INSERT INTO passage_words (passage_words) VALUES ('delete-all')");
    fill();
  }

  /** Whether a great deal is about to be added at once, which then takes half the time. */
  void gatherMuch(boolean much) throws SQLException {
    db.script(
        "INSERT INTO passage_words (passage_words, rank) VALUES ('hashsize', %d)"
            .formatted(much ? MUCH_GATHERED : USUAL_GATHERED));
  }

  /** Puts everything into an index that is empty. */
  void fill() throws SQLException {
    gatherMuch(true);
    fillAll();
    gatherMuch(false);
  }

  /** In the order of their numbers, in which it takes least. */
  private void fillAll() throws SQLException {
    db.each(
        "SELECT id FROM comparison WHERE title <> '' ORDER BY created_at",
        row -> titled(row.id("id")));
    db.each(
        "SELECT id, comparison FROM turn ORDER BY created_at, position",
        turn -> said(turn.id("comparison"), turn.id("id")));
  }

  /** Takes a comparison into an index that has nothing of it, after its rows were written. */
  void enter(UUID comparison) throws SQLException {
    titled(comparison);
    for (UUID turn :
        db.list(
            "SELECT id FROM turn WHERE comparison = ? ORDER BY position",
            row -> row.id("id"),
            comparison)) {
      said(comparison, turn);
    }
  }

  /** A prompt and the replies to it that have ended. */
  private void said(UUID comparison, UUID turn) throws SQLException {
    asked(comparison, turn);
    for (UUID reply :
        db.list(
            "SELECT reply.id FROM pane CROSS JOIN reply"
                + " ON reply.pane = pane.id AND reply.turn = ?2"
                + " WHERE pane.comparison = ?1 AND NOT reply."
                + ReplyRows.LIVE
                + " ORDER BY pane.position, reply.ordinal",
            row -> row.id("id"),
            comparison,
            turn)) {
      answered(reply);
    }
  }

  private void add(String comparison, Role role, String message, @Nullable Voice voice)
      throws SQLException {
    PassageText.Said said = texts.of(role, message);
    Optional<Instant> at = texts.at(role, message);
    if (at.isEmpty() || !said.isWorthFinding()) {
      return;
    }
    long number = comparison(comparison);
    Long model = voice == null ? null : model(voice);
    long passage = new PassageNumbers(db).next(at.get());
    db.run(
        "INSERT INTO passage (id, comparison, role, message, model) VALUES (?, ?, ?, ?, ?)",
        passage,
        number,
        role.word(),
        role == Role.TITLE ? "" : message,
        model);
    db.run(
        "INSERT INTO passage_words (rowid, words) VALUES (?, ?)",
        passage,
        IndexText.of(new Facts(number, role, model, at.get(), said.images()), said.text()));
  }

  private void remove(Passage passage, UUID comparison) throws SQLException {
    String message = passage.role == Role.TITLE ? comparison.toString() : passage.message;
    PassageText.Said said = texts.of(passage.role, message);
    Optional<Instant> at = texts.at(passage.role, message);
    if (at.isPresent()) {
      Facts facts =
          new Facts(passage.comparison, passage.role, passage.model, at.get(), said.images());
      db.run(
          "INSERT INTO passage_words (passage_words, rowid, words) VALUES ('delete', ?, ?)",
          passage.id,
          IndexText.of(facts, said.text()));
    }
    db.run("DELETE FROM passage WHERE id = ?", passage.id);
  }

  /** In the order of their numbers: the index writes all it has gathered whenever one goes back. */
  private List<Passage> of(UUID comparison) throws SQLException {
    return db.list(
        """
        SELECT passage.* FROM passage_comparison
        JOIN passage ON passage.comparison = passage_comparison.id
        WHERE passage_comparison.comparison = ?
        ORDER BY passage.id
        """,
        row ->
            new Passage(
                row.whole("id"),
                row.whole("comparison"),
                Role.of(row.text("role")),
                row.text("message"),
                row.longOrNull("model")),
        comparison);
  }

  private long comparison(String comparison) throws SQLException {
    db.run("INSERT OR IGNORE INTO passage_comparison (comparison) VALUES (?)", comparison);
    return db.first(
            "SELECT id FROM passage_comparison WHERE comparison = ?",
            row -> row.whole("id"),
            comparison)
        .orElseThrow();
  }

  private long model(Voice voice) throws SQLException {
    String find = "SELECT id FROM passage_model WHERE provider = ? AND model = ?";
    Optional<Long> known = db.first(find, row -> row.whole("id"), voice.provider, voice.model);
    if (known.isPresent()) {
      return known.get();
    }
    db.run(
        "INSERT INTO passage_model (provider, model) VALUES (?, ?)", voice.provider, voice.model);
    return db.first(find, row -> row.whole("id"), voice.provider, voice.model).orElseThrow();
  }
}
