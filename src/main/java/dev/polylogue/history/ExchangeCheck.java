package dev.polylogue.history;

import dev.polylogue.conversation.Exchange;
import dev.polylogue.history.Finding.Kind;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Whether what went over the wire for an answer is its own: a provider's name for the request,
 * which the answer has, then stands in it too. Answers without such a name are passed over.
 */
final class ExchangeCheck {
  private static final String NAMED_ELSEWHERE =
      """
      SELECT reply.id, request_id, comparison.title AS title
      FROM reply JOIN pane ON pane.id = reply.pane
      JOIN comparison ON comparison.id = pane.comparison
      WHERE request_id IS NOT NULL AND EXISTS (SELECT 1 FROM exchange
          WHERE exchange.reply = reply.id AND response_headers IS NOT NULL)
        AND NOT EXISTS (SELECT 1 FROM exchange
          WHERE exchange.reply = reply.id AND instr(response_headers, request_id) > 0)
      """;

  private record Named(UUID reply, String request, String title) {
    static Named read(Row row) throws SQLException {
      return new Named(row.id("id"), row.text("request_id"), row.text("title"));
    }
  }

  private ExchangeCheck() {}

  static void run(Db db, Consumer<Finding> found) throws SQLException {
    List<Named> strange = strange(db);
    if (!strange.isEmpty()) {
      found.accept(
          new Finding(
              Kind.UNREACHABLE_ROW,
              "What went over the wire for answers is that of others: %d, the first in %s."
                  .formatted(strange.size(), RowChecks.called(strange.getFirst().title))));
    }
  }

  /** Whose exchange it is can't be known. In a transaction. */
  static void remove(Db db) throws SQLException {
    for (Named one : strange(db)) {
      db.run("DELETE FROM exchange WHERE reply = ?", one.reply);
    }
  }

  private static List<Named> strange(Db db) throws SQLException {
    List<Named> strange = new ArrayList<>();
    for (Named one : db.list(NAMED_ELSEWHERE, Named::read)) {
      if (ContentCheck.isReadable(() -> new ExchangeRows(db).of(one.reply))
          && new ExchangeRows(db)
              .of(one.reply).stream().noneMatch(it -> mayName(it, one.request))) {
        strange.add(one);
      }
    }
    return strange;
  }

  /** Of a long answer only the beginning is kept. */
  private static boolean mayName(Exchange exchange, String request) {
    Exchange.Response response = exchange.response();
    return response != null
        && (response.body().size() < response.bodySize()
            || new String(response.body().toArray(), StandardCharsets.UTF_8).contains(request));
  }
}
