package dev.polylogue.history;

import dev.polylogue.conversation.Answer;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.Pane;
import dev.polylogue.conversation.Parameters;
import dev.polylogue.conversation.ReadingPlace;
import dev.polylogue.conversation.Reply;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Panes, and with them their answers when a pane is added. */
final class PaneRows {
  private final Db db;

  PaneRows(Db db) {
    this.db = db;
  }

  /** Adds a pane at the end of the row. A pane that is there already stays as it is (D27). */
  void add(UUID comparison, Pane pane) throws SQLException {
    if (db.has("SELECT 1 FROM pane WHERE id = ?", pane.id())) {
      return;
    }
    db.run(
        """
        INSERT INTO pane (id, comparison, position, provider, model, in_sync, closed, parameters)
        VALUES (?1, ?2, (SELECT coalesce(max(position) + 1, 0) FROM pane WHERE comparison = ?2),
            ?3, ?4, ?5, 0, ?6)
        """,
        pane.id(),
        comparison,
        pane.model().provider(),
        pane.model().model(),
        pane.inSync(),
        ParametersJson.write(pane.parameters()));
    ReplyRows replies = new ReplyRows(db);
    for (Answer answer : pane.answers()) {
      for (Reply reply : answer.alternatives()) {
        replies.add(pane.id(), answer.turn(), reply);
      }
      replies.use(answer.reply().id());
    }
  }

  /** Takes a pane out of the row; closed ones stand behind it, in the order of their closing. */
  void close(UUID pane) throws SQLException, HistoryException {
    require(putLast(pane, true), pane);
  }

  /** Puts the pane closed last, of those with replies, at the end of the row again. */
  Optional<UUID> reopen(UUID comparison) throws SQLException {
    Optional<UUID> last =
        db.first(
            """
            SELECT id FROM pane
            WHERE comparison = ? AND closed = 1
              AND EXISTS (SELECT 1 FROM reply WHERE reply.pane = pane.id)
            ORDER BY position DESC LIMIT 1
            """,
            row -> row.id("id"),
            comparison);
    if (last.isPresent()) {
      putLast(last.get(), false);
    }
    return last;
  }

  private int putLast(UUID pane, boolean closed) throws SQLException {
    return db.run(
        """
        UPDATE pane SET closed = ?, position =
            (SELECT max(other.position) + 1 FROM pane AS other
             WHERE other.comparison = pane.comparison)
        WHERE id = ?
        """,
        closed,
        pane);
  }

  void change(UUID pane, ModelRef model, Parameters parameters)
      throws SQLException, HistoryException {
    int changed =
        db.run(
            "UPDATE pane SET provider = ?, model = ?, parameters = ? WHERE id = ?",
            model.provider(),
            model.model(),
            ParametersJson.write(parameters),
            pane);
    require(changed, pane);
  }

  void sync(UUID pane, boolean inSync) throws SQLException, HistoryException {
    require(db.run("UPDATE pane SET in_sync = ? WHERE id = ?", inSync, pane), pane);
  }

  /** Where a pane is being read; null for the bottom. */
  void keepPlace(UUID pane, @Nullable ReadingPlace place) throws SQLException, HistoryException {
    int changed =
        db.run(
            """
            UPDATE pane SET place_turn = ?, place_section = ?, place_line = ?, place_part = ?
            WHERE id = ?
            """,
            place == null ? null : place.turn(),
            place == null ? null : place.section(),
            place == null ? null : place.line(),
            place == null ? null : place.part(),
            pane);
    require(changed, pane);
  }

  /** Where the open panes are being read; those at the bottom are left out. */
  Map<UUID, ReadingPlace> places(UUID comparison) throws SQLException {
    Map<UUID, ReadingPlace> places = new HashMap<>();
    db.each(
        """
        SELECT id, place_turn, place_section, place_line, place_part FROM pane
        WHERE comparison = ? AND closed = 0 AND place_turn IS NOT NULL
        """,
        row ->
            places.put(
                row.id("id"),
                new ReadingPlace(
                    row.id("place_turn"),
                    row.number("place_section"),
                    row.number("place_line"),
                    row.number("place_part"))),
        comparison);
    return places;
  }

  private static void require(int changed, UUID pane) throws HistoryException {
    if (changed == 0) {
      throw new HistoryException("There is no pane %s in the history.".formatted(pane));
    }
  }

  /** Puts a pane just behind another one. */
  void putBehind(UUID comparison, UUID pane, UUID other) throws SQLException {
    List<UUID> row =
        new ArrayList<>(
            db.list(
                "SELECT id FROM pane WHERE comparison = ? AND closed = 0 ORDER BY position",
                line -> line.id("id"),
                comparison));
    row.remove(pane);
    row.add(row.contains(other) ? row.indexOf(other) + 1 : row.size(), pane);
    order(comparison, row);
  }

  /** Panes that are not named keep their order behind those that are. */
  void order(UUID comparison, List<UUID> wanted) throws SQLException {
    List<UUID> present =
        db.list(
            "SELECT id FROM pane WHERE comparison = ? ORDER BY closed, position",
            row -> row.id("id"),
            comparison);
    SequencedSet<UUID> ordered = new LinkedHashSet<>(wanted);
    ordered.retainAll(present);
    ordered.addAll(present);
    int position = 0;
    for (UUID pane : ordered) {
      db.run("UPDATE pane SET position = ? WHERE id = ?", position++, pane);
    }
  }

  /** The open panes in their order, with the given answers. */
  List<Pane> of(UUID comparison, Map<UUID, List<Answer>> answers) throws SQLException {
    return db.list(
        "SELECT * FROM pane WHERE comparison = ? AND closed = 0 ORDER BY position",
        row -> {
          UUID id = row.id("id");
          return new Pane(
              id,
              model(row),
              ParametersJson.read(row.text("parameters")),
              row.flag("in_sync"),
              answers.getOrDefault(id, List.of()));
        },
        comparison);
  }

  private static ModelRef model(Row row) throws SQLException {
    return new ModelRef(row.text("provider"), row.text("model"));
  }
}
