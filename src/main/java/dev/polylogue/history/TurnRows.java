package dev.polylogue.history;

import dev.polylogue.conversation.Message;
import dev.polylogue.conversation.Part;
import dev.polylogue.conversation.Turn;
import dev.polylogue.conversation.TurnTree;
import dev.polylogue.conversation.TurnTree.Node;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Turns and the user's messages in them. */
final class TurnRows {
  /**
   * Adds a turn at the end of the path in use, and says what must be known of its comparison, in
   * one question. The path is only followed where there are branches: else it ends in the last
   * turn.
   */
  private static final String ADD =
      """
      INSERT INTO turn (id, comparison, parent, position, active, created_at)
      SELECT ?1, ?2,
          CASE WHEN EXISTS (SELECT 1 FROM turn WHERE comparison = ?2 AND active = 0)
          THEN (
            WITH RECURSIVE path (id, depth) AS (
              SELECT id, 0 FROM turn
              WHERE comparison = ?2 AND coalesce(parent, '') = '' AND active = 1
              UNION ALL
              SELECT turn.id, depth + 1 FROM path JOIN turn
              ON turn.comparison = ?2 AND coalesce(turn.parent, '') = path.id AND active = 1)
            SELECT id FROM path ORDER BY depth DESC LIMIT 1)
          ELSE (SELECT id FROM turn WHERE comparison = ?2 ORDER BY position DESC LIMIT 1)
          END,
          (SELECT coalesce(max(position) + 1, 0) FROM turn WHERE comparison = ?2), 1, ?3
      FROM comparison WHERE id = ?2 AND NOT EXISTS (SELECT 1 FROM turn WHERE id = ?1)
      RETURNING
          (SELECT trashed_at IS NULL AND used = (SELECT max(used) FROM comparison)
           FROM comparison WHERE id = ?2) AS newest,
          (SELECT title <> '' FROM comparison WHERE id = ?2) AS named
      """;

  private final Db db;

  TurnRows(Db db) {
    this.db = db;
  }

  boolean has(UUID turn) throws SQLException {
    return db.has("SELECT 1 FROM turn WHERE id = ?", turn);
  }

  /**
   * A comparison just before a prompt.
   *
   * @param isNewest whether it stands at the top of the list already
   * @param isNamed whether it has a title
   */
  record Before(boolean isNewest, boolean isNamed) {}

  /**
   * Adds a turn at the end of the path in use; it is found by searching once it is answered.
   *
   * @return nothing where the turn is there already, or the comparison is not
   */
  Optional<Before> add(UUID comparison, Turn turn) throws SQLException {
    List<Before> before =
        db.list(
            ADD,
            row -> new Before(row.flag("newest"), row.flag("named")),
            turn.id(),
            comparison,
            turn.createdAt());
    if (before.isEmpty()) {
      return Optional.empty();
    }
    PartRows.ofTurns(db).addFirst(turn.id(), turn.user().parts());
    return Optional.of(before.getFirst());
  }

  /** The same beside another turn, in its stead. */
  void addBeside(UUID comparison, UUID sibling, Turn turn) throws SQLException, HistoryException {
    Optional<UUID> parent = parent(comparison, sibling);
    leave(sibling);
    insert(comparison, new Node(turn, parent.orElse(null), true));
  }

  /** Adds turns of all branches as they are. */
  void add(UUID comparison, TurnTree tree) throws SQLException {
    for (Node node : tree.nodes()) {
      insert(comparison, node);
      new PassageRows(db).asked(comparison, node.turn().id());
    }
  }

  private void insert(UUID comparison, Node node) throws SQLException {
    db.run(
        """
        INSERT INTO turn (id, comparison, parent, position, active, created_at)
        VALUES (?1, ?2, ?3,
            (SELECT coalesce(max(position) + 1, 0) FROM turn WHERE comparison = ?2), ?4, ?5)
        """,
        node.turn().id(),
        comparison,
        node.parent(),
        node.inUse(),
        node.turn().createdAt());
    PartRows.ofTurns(db).addFirst(node.turn().id(), node.turn().user().parts());
  }

  private Optional<UUID> parent(UUID comparison, UUID turn) throws SQLException, HistoryException {
    return db.first(
            "SELECT parent FROM turn WHERE id = ? AND comparison = ?",
            row -> Optional.ofNullable(row.idOrNull("parent")),
            turn,
            comparison)
        .orElseThrow(
            () -> new HistoryException("There is no turn %s in that comparison.".formatted(turn)));
  }

  /** Makes it the one in use of those that follow the same turn. */
  void use(UUID turn) throws SQLException, HistoryException {
    if (!has(turn)) {
      throw new HistoryException("There is no turn %s in the history.".formatted(turn));
    }
    leave(turn);
    db.run("UPDATE turn SET active = 1 WHERE id = ?", turn);
  }

  /** Takes whichever is in use in a turn's place out of use. */
  private void leave(UUID turn) throws SQLException {
    db.run(
        """
        UPDATE turn SET active = 0
        WHERE active = 1 AND (comparison, coalesce(parent, '')) =
            (SELECT comparison, coalesce(parent, '') FROM turn WHERE id = ?)
        """,
        turn);
  }

  /**
   * Turns as they were read.
   *
   * @param from the position from which on their messages are there
   */
  record Stretch(TurnTree tree, int from) {}

  private record Placed(Node node, int position) {
    UUID id() {
      return node.turn().id();
    }
  }

  /**
   * Of the path in use the last turns, no more than so many, each with those beside it. Of a
   * shorter path every turn of every branch.
   */
  Stretch of(UUID comparison, int last) throws SQLException {
    List<Placed> all = outline(comparison);
    if (all.size() <= last) {
      return told(comparison, all, 0);
    }
    List<Turn> path = new TurnTree(all.stream().map(Placed::node).toList()).path();
    if (path.size() <= last) {
      return told(comparison, all, 0);
    }
    Set<UUID> tail =
        path.subList(path.size() - last, path.size()).stream()
            .map(Turn::id)
            .collect(Collectors.toSet());
    UUID first = path.get(path.size() - last - 1).id();
    int from =
        all.stream().filter(one -> tail.contains(one.id())).findFirst().orElseThrow().position;
    List<Placed> near = new ArrayList<>();
    for (Placed one : all) {
      UUID parent = one.node.parent();
      if (first.equals(parent)) {
        near.add(new Placed(new Node(one.node.turn(), null, one.node.inUse()), one.position));
      } else if (parent != null && tail.contains(parent)) {
        near.add(one);
      }
    }
    return told(comparison, near, from);
  }

  /** The turns without their messages. */
  private List<Placed> outline(UUID comparison) throws SQLException {
    return db.list(
        "SELECT * FROM turn WHERE comparison = ? ORDER BY position",
        row -> {
          Message unread = new Message(Message.Role.USER, List.of());
          Turn turn = new Turn(row.id("id"), unread, row.moment("created_at"));
          return new Placed(
              new Node(turn, row.idOrNull("parent"), row.flag("active")), row.number("position"));
        },
        comparison);
  }

  private Stretch told(UUID comparison, List<Placed> turns, int from) throws SQLException {
    Map<UUID, List<Part>> parts =
        PartRows.ofTurns(db)
            .of("SELECT id FROM turn WHERE comparison = ? AND position >= ?", comparison, from);
    List<Node> nodes = new ArrayList<>();
    for (Placed one : turns) {
      Message said = new Message(Message.Role.USER, parts.getOrDefault(one.id(), List.of()));
      Turn turn = new Turn(one.id(), said, one.node.turn().createdAt());
      nodes.add(new Node(turn, one.node.parent(), one.node.inUse()));
    }
    return new Stretch(new TurnTree(nodes), from);
  }
}
