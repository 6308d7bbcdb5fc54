package dev.polylogue.history;

import dev.polylogue.conversation.Failure;
import dev.polylogue.conversation.FailureKind;
import dev.polylogue.conversation.Part;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Puts right what a program that ended without a word left behind: a reply is never live at a
 * start. Only for who is alone with the database.
 */
final class Recovery {
  static final Failure WITH_WORDS =
      Failure.of(
          FailureKind.DISCONNECTED,
          "The program ended before all of the answer was stored. What had been was kept.");
  static final Failure WITHOUT_WORDS =
      Failure.of(
          FailureKind.DISCONNECTED,
          "The program ended before any of the answer was stored; it may have been billed.");

  private Recovery() {}

  static void run(Database database) throws HistoryException {
    if (!database.read(db -> new ReplyRows(db).live()).isEmpty()) {
      database.write(Recovery::interrupt);
    }
  }

  private static void interrupt(Db db) throws SQLException {
    ReplyRows replies = new ReplyRows(db);
    PartRows parts = PartRows.ofReplies(db);
    WordRows words = new WordRows(db);
    Map<UUID, List<Part>> folded = words.folded("SELECT id FROM reply WHERE " + ReplyRows.LIVE);
    for (UUID reply : replies.live()) {
      parts.add(reply, folded.getOrDefault(reply, List.of()));
      words.remove(reply);
      replies.interrupt(reply, parts.has(reply) ? WITH_WORDS : WITHOUT_WORDS);
      new PassageRows(db).answered(reply);
    }
  }
}
