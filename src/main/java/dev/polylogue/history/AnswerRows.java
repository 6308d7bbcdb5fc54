package dev.polylogue.history;

import dev.polylogue.conversation.Answer;
import dev.polylogue.conversation.Part;
import dev.polylogue.conversation.Reply;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Puts the answers of a comparison together from replies, their parts and words on their way. */
final class AnswerRows {
  /** Looks the turns up first, so that a few of many turns cost no more than a few. */
  private static final String FOUND =
      """
      FROM pane
      CROSS JOIN turn ON turn.comparison = pane.comparison
      CROSS JOIN reply ON reply.pane = pane.id AND reply.turn = turn.id
      WHERE pane.comparison = ? AND pane.closed = 0 AND turn.position >= ?
      """;

  private static final String REPLIES = "SELECT reply.id " + FOUND;

  private final Db db;

  AnswerRows(Db db) {
    this.db = db;
  }

  /**
   * The answers of each open pane that has any, in the order of the turns.
   *
   * @param from position of the first turn that counts
   */
  Map<UUID, List<Answer>> of(UUID comparison, int from) throws SQLException {
    Map<UUID, Map<UUID, Alternatives>> found = new LinkedHashMap<>();
    Map<UUID, List<Part>> parts = PartRows.ofReplies(db).of(REPLIES, comparison, from);
    Map<UUID, List<Part>> words = new WordRows(db).folded(REPLIES, comparison, from);
    db.each(
        "SELECT reply.* " + FOUND + " ORDER BY turn.position, reply.ordinal",
        row -> {
          UUID id = row.id("id");
          List<Part> all = new ArrayList<>(parts.getOrDefault(id, List.of()));
          all.addAll(words.getOrDefault(id, List.of()));
          found
              .computeIfAbsent(row.id("pane"), pane -> new LinkedHashMap<>())
              .computeIfAbsent(row.id("turn"), turn -> new Alternatives())
              .add(ReplyRows.read(row, all), row.flag("active"));
        },
        comparison,
        from);
    Map<UUID, List<Answer>> answers = new LinkedHashMap<>();
    found.forEach(
        (pane, turns) -> {
          List<Answer> list = new ArrayList<>();
          turns.forEach((turn, all) -> list.add(new Answer(turn, all.replies, all.active)));
          answers.put(pane, list);
        });
    return answers;
  }

  /** One reply, of whatever pane. */
  Optional<Reply> one(UUID reply) throws SQLException {
    String itself = "SELECT id FROM reply WHERE id = ?";
    List<Part> all =
        new ArrayList<>(PartRows.ofReplies(db).of(itself, reply).getOrDefault(reply, List.of()));
    all.addAll(new WordRows(db).folded(itself, reply).getOrDefault(reply, List.of()));
    return db.first("SELECT * FROM reply WHERE id = ?", row -> ReplyRows.read(row, all), reply);
  }

  /** The replies of one answer while they are read. */
  private static final class Alternatives {
    final List<Reply> replies = new ArrayList<>();
    int active;

    void add(Reply reply, boolean inUse) {
      if (inUse) {
        active = replies.size();
      }
      replies.add(reply);
    }
  }
}
