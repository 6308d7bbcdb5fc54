package dev.polylogue.history;

import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.Part;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The parts of messages: of the user in {@code turn_part}, of models in {@code reply_part}. */
final class PartRows {
  private final Db db;
  private final String table;
  private final String owner;

  private PartRows(Db db, String owner) {
    this.db = db;
    this.table = owner + "_part";
    this.owner = owner;
  }

  static PartRows ofTurns(Db db) {
    return new PartRows(db, "turn");
  }

  static PartRows ofReplies(Db db) {
    return new PartRows(db, "reply");
  }

  /** Adds parts behind those that are there. */
  void add(UUID message, List<Part> parts) throws SQLException {
    if (parts.isEmpty()) {
      return;
    }
    int position =
        db.first(
                "SELECT count(*) AS parts FROM " + table + " WHERE " + owner + " = ?",
                row -> row.number("parts"),
                message)
            .orElse(0);
    add(message, position, parts);
  }

  /** The same where there are none yet. */
  void addFirst(UUID message, List<Part> parts) throws SQLException {
    add(message, 0, parts);
  }

  private void add(UUID message, int first, List<Part> parts) throws SQLException {
    int position = first;
    for (Part part : parts) {
      insert(message, position++, part);
    }
  }

  private void insert(UUID message, int at, Part part) throws SQLException {
    switch (part) {
      case Part.Text text -> insert("", message, at, "text", text.text());
      case Part.Reasoning thought ->
          insert("millis", message, at, "reasoning", thought.text(), thought.millis());
      case Part.Citation source ->
          insert("url, title", message, at, "citation", "", source.url(), source.title());
      case Part.ToolCall call ->
          insert(
              "call_id, name", message, at, "tool_call", call.arguments(), call.id(), call.name());
      case Part.Picture picture -> insert(message, at, "picture", picture.blob());
      case Part.Document document -> insert(message, at, "document", document.blob());
      case Part.Search search -> insert("", message, at, "search", search.query());
      case Part.Opaque state -> insert("voice", message, at, "opaque", state.json(), state.voice());
    }
  }

  private void insert(UUID message, int at, String kind, Blob blob) throws SQLException {
    insert(
        "blob, media, size, name",
        message,
        at,
        kind,
        "",
        blob.sha256(),
        blob.mediaType(),
        blob.size(),
        blob.name());
  }

  private void insert(String more, @Nullable Object... values) throws SQLException {
    String columns = owner + ", position, kind, text" + (more.isEmpty() ? "" : ", " + more);
    String marks = "?" + ", ?".repeat(values.length - 1);
    db.run("INSERT INTO " + table + " (" + columns + ") VALUES (" + marks + ")", values);
  }

  boolean has(UUID message) throws SQLException {
    return db.has("SELECT 1 FROM " + table + " WHERE " + owner + " = ? LIMIT 1", message);
  }

  void remove(UUID message) throws SQLException {
    db.run("DELETE FROM " + table + " WHERE " + owner + " = ?", message);
  }

  /**
   * The parts of each message that has any, in their order.
   *
   * @param messages a query, with as many parameters as values, that gives identifiers of messages
   */
  Map<UUID, List<Part>> of(String messages, Object... values) throws SQLException {
    Map<UUID, List<Part>> parts = new HashMap<>();
    db.each(
        "SELECT * FROM %s WHERE %s IN (%s) ORDER BY %s, position"
            .formatted(table, owner, messages, owner),
        row -> parts.computeIfAbsent(row.id(owner), id -> new ArrayList<>()).add(part(row)),
        values);
    return parts;
  }

  private static Part part(Row row) throws SQLException {
    String kind = row.text("kind");
    return switch (kind) {
      case "text" -> new Part.Text(row.text("text"));
      case "reasoning" -> new Part.Reasoning(row.text("text"), row.longOrNull("millis"));
      case "citation" -> new Part.Citation(row.text("url"), row.textOrNull("title"));
      case "tool_call" ->
          new Part.ToolCall(row.text("call_id"), row.text("name"), row.text("text"));
      case "picture" -> new Part.Picture(blob(row));
      case "document" -> new Part.Document(blob(row));
      case "search" -> new Part.Search(row.text("text"));
      case "opaque" -> new Part.Opaque(row.text("voice"), row.text("text"));
      default -> throw new SQLException("unknown kind of part: " + kind);
    };
  }

  private static Blob blob(Row row) throws SQLException {
    Long size = row.longOrNull("size");
    return new Blob(row.text("blob"), row.text("media"), size == null ? 0 : size, row.text("name"));
  }
}
