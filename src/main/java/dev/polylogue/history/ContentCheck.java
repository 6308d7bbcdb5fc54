package dev.polylogue.history;

import dev.polylogue.history.Finding.Kind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

/** Whether what the rows hold can be read as what it is: each value, and each comparison whole. */
final class ContentCheck {
  private static final String OF_CLOSED_PANES =
      """
      SELECT reply.id FROM pane JOIN reply ON reply.pane = pane.id
      WHERE pane.comparison = ? AND pane.closed = 1
      """;

  private ContentCheck() {}

  static void values(Db db, Consumer<Finding> found) throws SQLException {
    Meaning.each(
        db,
        (table, column, meaning) -> {
          LongAdder unfit = new LongAdder();
          meaning.unfit(db, table, column, row -> unfit.increment());
          if (unfit.sum() > 0) {
            found.accept(
                new Finding(
                    Dates.areKnown(table, column) ? Kind.DATE : Kind.UNREADABLE,
                    "Rows of %s whose %s can't be read: %d."
                        .formatted(table, column, unfit.sum())));
          }
        });
  }

  private record Named(String id, String title) {}

  /**
   * Opens every comparison as a person would, and what went over the wire for it.
   *
   * @param share told how much is done
   */
  static void comparisons(Db db, Consumer<Finding> found, DoubleConsumer share)
      throws SQLException {
    List<Named> all =
        db.list(
            "SELECT id, title FROM comparison ORDER BY id",
            row -> new Named(row.text("id"), row.text("title")));
    for (int i = 0; i < all.size(); i++) {
      Named named = all.get(i);
      share.accept((double) i / all.size());
      String title = RowChecks.called(named.title);
      if (!isReadable(() -> open(db, UUID.fromString(named.id)))) {
        found.accept(
            new Finding(
                Kind.UNREADABLE,
                "Something in %s can't be read, so it can't be opened.".formatted(title)));
      }
      int unreadable = unreadableExchanges(db, named.id).size();
      if (unreadable > 0) {
        found.accept(
            new Finding(
                Kind.UNREADABLE,
                "What went over the wire for an answer in %s can't be read: %d."
                    .formatted(title, unreadable)));
      }
    }
  }

  /**
   * @throws RuntimeException when something in it makes no sense
   */
  static void open(Db db, UUID comparison) throws SQLException {
    new ComparisonRows(db).load(comparison, Integer.MAX_VALUE);
    new EditRows(db).load(comparison);
    new VoteRows(db).of(comparison);
    new PaneRows(db).places(comparison);
    for (UUID reply : db.list(OF_CLOSED_PANES, row -> row.id("id"), comparison)) {
      new AnswerRows(db).one(reply);
    }
  }

  /** Replies of a comparison, also those of closed panes. */
  static List<UUID> unreadableExchanges(Db db, String comparison) throws SQLException {
    List<UUID> replies =
        db.list(
            """
            SELECT DISTINCT exchange.reply AS id FROM pane
            JOIN reply ON reply.pane = pane.id JOIN exchange ON exchange.reply = reply.id
            WHERE pane.comparison = ?
            """,
            row -> row.id("id"),
            comparison);
    List<UUID> unreadable = new ArrayList<>();
    for (UUID reply : replies) {
      if (!isReadable(() -> new ExchangeRows(db).of(reply))) {
        unreadable.add(reply);
      }
    }
    return unreadable;
  }

  @FunctionalInterface
  interface Reading {
    void read() throws SQLException;
  }

  /** What SQLite itself says against it is another matter; it then has a code. */
  static boolean isReadable(Reading reading) throws SQLException {
    try {
      reading.read();
      return true;
    } catch (SQLException e) {
      if (e.getErrorCode() != 0) {
        throw e;
      }
      return false;
    } catch (RuntimeException e) {
      return false;
    }
  }
}
