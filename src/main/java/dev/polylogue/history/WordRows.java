package dev.polylogue.history;

import dev.polylogue.conversation.Part;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** The journal: words of live replies, appended as they come. */
final class WordRows {
  private final Db db;

  WordRows(Db db) {
    this.db = db;
  }

  /** Words for a reply that has ended, or was never there, are passed over. */
  void append(List<HistoryStore.Words> words) throws SQLException {
    Set<UUID> streaming = new LinkedHashSet<>();
    for (HistoryStore.Words piece : words) {
      int added =
          db.run(
              "INSERT INTO reply_words (reply, passage, kind, text) SELECT id, ?, ?, ? FROM reply"
                  + " WHERE id = ? AND "
                  + ReplyRows.LIVE,
              piece.passage(),
              piece.kind(),
              piece.text(),
              piece.reply());
      if (added > 0) {
        streaming.add(piece.reply());
      }
    }
    for (UUID reply : streaming) {
      int begun =
          db.run(
              "UPDATE reply SET state = 'streaming' WHERE id = ? AND state <> 'streaming' AND "
                  + ReplyRows.LIVE,
              reply);
      if (begun > 0) {
        new PassageRows(db).begun(reply);
      }
    }
  }

  void remove(UUID reply) throws SQLException {
    db.run("DELETE FROM reply_words WHERE reply = ?", reply);
  }

  /**
   * What the words of each reply that has any amount to.
   *
   * @param replies a query, with as many parameters as values, that gives identifiers of replies
   */
  Map<UUID, List<Part>> folded(String replies, Object... values) throws SQLException {
    Map<UUID, Map<Integer, Passage>> passages = new HashMap<>();
    db.each(
        "SELECT reply, passage, kind, text FROM reply_words WHERE reply IN (%s) ORDER BY seq"
            .formatted(replies),
        row -> {
          String kind = row.text("kind");
          passages
              .computeIfAbsent(row.id("reply"), id -> new TreeMap<>())
              .computeIfAbsent(row.number("passage"), index -> new Passage(kind))
              .text
              .append(row.text("text"));
        },
        values);
    Map<UUID, List<Part>> parts = new HashMap<>();
    passages.forEach(
        (reply, found) -> parts.put(reply, found.values().stream().map(Passage::part).toList()));
    return parts;
  }

  /** A passage that is being put together. */
  private static final class Passage {
    final String kind;
    final StringBuilder text = new StringBuilder();

    Passage(String kind) {
      this.kind = kind;
    }

    Part part() {
      return switch (kind) {
        case "reasoning" -> new Part.Reasoning(text.toString(), null);
        case "tool_call" -> new Part.ToolCall("", "", text.toString());
        default -> new Part.Text(text.toString());
      };
    }
  }
}
