package dev.polylogue.history;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The tables that hold a comparison, as they hang together when it goes from one history to
 * another. The first parameter of each condition is the comparison. Positions and ordinals do not
 * travel: they are the order of the list.
 */
enum Kept {
  COMPARISON("comparison", "", null, "id", "id = ?1", "id"),
  TAG("comparison_tag", "tags", COMPARISON, "comparison", "comparison = ?1", "tag"),
  BLINDING("blinding", "blinding", COMPARISON, "comparison", "comparison = ?1", "comparison"),
  PHOTO("photo", "photo", COMPARISON, "comparison", "comparison = ?1", "comparison"),
  PANE("pane", "panes", COMPARISON, "comparison", "comparison = ?1", "position, id"),
  TURN("turn", "turns", COMPARISON, "comparison", "comparison = ?1", "position"),
  TURN_PART("turn_part", "parts", TURN, "turn", Kept.OF_TURNS, "turn, position"),
  EDIT_STEP("edit_step", "editStep", TURN, "turn", Kept.OF_TURNS, "turn"),
  REPLY(
      "reply",
      "replies",
      COMPARISON,
      "",
      "pane IN (SELECT id FROM pane WHERE comparison = ?1)",
      "(SELECT position FROM turn WHERE turn.id = reply.turn),"
          + " (SELECT position FROM pane WHERE pane.id = reply.pane), pane, ordinal"),
  REPLY_PART("reply_part", "parts", REPLY, "reply", Kept.OF_REPLIES, "reply, position"),
  PICTURE_MARK("picture_mark", "marks", REPLY, "reply", Kept.OF_REPLIES, "reply, picture, mark"),
  EXCHANGE("exchange", "exchanges", REPLY, "reply", Kept.OF_REPLIES, "reply, ordinal"),
  VOTE("vote", "votes", COMPARISON, "comparison", "comparison = ?1", "ordinal"),
  VOTE_REPLY(
      "vote_reply",
      "replies",
      VOTE,
      "vote",
      "vote IN (SELECT id FROM vote WHERE comparison = ?1)",
      "vote, position");

  private static final String OF_TURNS = "turn IN (SELECT id FROM turn WHERE comparison = ?1)";
  private static final String OF_REPLIES =
      "reply IN (SELECT reply.id FROM pane JOIN reply ON reply.pane = pane.id"
          + " WHERE comparison = ?1)";
  private static final Set<String> UNTOLD = Set.of("used", "position", "ordinal");
  private static final Set<String> JSON =
      Set.of(
          "parameters",
          "warnings",
          "cost_price",
          "stalls",
          "options",
          "request_headers",
          "response_headers");
  private static final Set<String> FLAGS =
      Set.of(
          "in_sync",
          "closed",
          "active",
          "pinned",
          "keep_outside",
          "blind",
          "winner",
          "hold",
          "revealed");

  /** What a column holds, beyond what the database says of it. */
  enum Sort {
    TEXT,
    WHOLE,
    FRACTION,
    FLAG,
    JSON,
    BYTES
  }

  /**
   * A column that travels.
   *
   * @param name as it is called on the way: {@code inSync} for {@code in_sync}
   */
  record Column(String column, String name, Sort sort) {}

  final String table;

  /** What the list of these rows is called; {@code ""} for the whole. */
  final String list;

  final @Nullable Kept parent;

  /** The column that names the parent; {@code ""} where other columns say it. */
  final String owner;

  private final String scope;
  private final String order;

  Kept(String table, String list, @Nullable Kept parent, String owner, String scope, String order) {
    this.table = table;
    this.list = list;
    this.parent = parent;
    this.owner = owner;
    this.scope = scope;
    this.order = order;
  }

  String query() {
    return "SELECT * FROM %s WHERE %s ORDER BY %s".formatted(table, scope, order);
  }

  List<Kept> parts() {
    return Arrays.stream(values()).filter(kept -> kept.parent == this).toList();
  }

  /** Whether rows have a column that gives their place in the list. */
  String placeColumn(List<String> columns) {
    return columns.contains("position") ? "position" : columns.contains("ordinal") ? "ordinal" : "";
  }

  /** Whether a column is the list's business and not a value. */
  boolean isUntold(String column) {
    return UNTOLD.contains(column) || (this != COMPARISON && column.equals(owner));
  }

  static Sort sort(String column, String type) {
    if (FLAGS.contains(column)) {
      return Sort.FLAG;
    }
    if (JSON.contains(column)) {
      return Sort.JSON;
    }
    return switch (type) {
      case "INTEGER" -> Sort.WHOLE;
      case "REAL" -> Sort.FRACTION;
      case "BLOB" -> Sort.BYTES;
      default -> Sort.TEXT;
    };
  }

  static String nameOf(String column) {
    String[] words = column.split("_", -1);
    return words[0]
        + Arrays.stream(words)
            .skip(1)
            .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
            .collect(Collectors.joining());
  }
}
