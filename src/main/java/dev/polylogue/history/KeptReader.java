package dev.polylogue.history;

import dev.polylogue.conversation.Bytes;
import dev.polylogue.conversation.Facts;
import dev.polylogue.conversation.Part;
import dev.polylogue.conversation.ReplyState;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything that is kept of a comparison, read for a journey. */
final class KeptReader {
  private final Db db;
  private final KeptColumns columns;

  KeptReader(Db db) throws SQLException {
    this.db = db;
    columns = KeptColumns.of(db);
  }

  /** A row, and what it is called by rows that belong to it; {@code ""} where none do. */
  private record Told(String id, Facts.Draft draft) {}

  /** The rows of one table, by what they belong to. */
  private record Rows(Map<String, List<Told>> byOwner) {
    static Rows none() {
      return new Rows(new HashMap<>());
    }

    List<Told> of(String owner) {
      return byOwner.computeIfAbsent(owner, id -> new ArrayList<>());
    }
  }

  /**
   * A reply that is still live is told as it would be found if the program ended now.
   *
   * @param exchanges whether what went over the wire is told too
   */
  Optional<Facts> of(UUID comparison, boolean exchanges) throws SQLException {
    Map<Kept, Rows> read = new EnumMap<>(Kept.class);
    for (Kept kept : Kept.values()) {
      boolean wanted = kept != Kept.EXCHANGE || exchanges;
      read.put(kept, wanted ? rows(kept, comparison) : Rows.none());
    }
    endLive(comparison, read);
    return rows(read, Kept.COMPARISON).of(comparison.toString()).stream()
        .findFirst()
        .map(told -> whole(Kept.COMPARISON, told, read));
  }

  private Rows rows(Kept kept, UUID comparison) throws SQLException {
    Rows rows = Rows.none();
    boolean named = columns.told(kept).stream().anyMatch(column -> column.column().equals("id"));
    db.each(
        kept.query(),
        row -> {
          Facts.Draft draft = draft(kept, row);
          boolean inner = kept.parent != null && kept.parent != Kept.COMPARISON;
          String owner = inner ? row.text(kept.owner) : comparison.toString();
          rows.of(owner).add(new Told(named ? row.text("id") : "", draft));
        },
        comparison);
    return rows;
  }

  /** The parts of one prompt or answer, in order. */
  List<Facts> parts(Kept kept, String owner) throws SQLException {
    return db.list(
        "SELECT * FROM %s WHERE %s = ? ORDER BY position".formatted(kept.table, kept.owner),
        row -> draft(kept, row).done(),
        owner);
  }

  private Facts.Draft draft(Kept kept, Row row) throws SQLException {
    Facts.Draft draft = Facts.draft();
    for (Kept.Column column : columns.told(kept)) {
      draft.put(column.name(), value(row, column));
    }
    return draft;
  }

  private static @Nullable Object value(Row row, Kept.Column column) throws SQLException {
    String name = column.column();
    return switch (column.sort()) {
      case TEXT -> row.textOrNull(name);
      case WHOLE -> row.longOrNull(name);
      case FRACTION -> row.doubleOrNull(name);
      case FLAG -> row.longOrNull(name) == null ? null : Boolean.valueOf(row.flag(name));
      case JSON -> {
        String text = row.textOrNull(name);
        yield text == null ? null : new Facts.Json(text);
      }
      case BYTES -> {
        byte @Nullable [] bytes = row.bytesOrNull(name);
        yield bytes == null ? null : Bytes.owning(bytes);
      }
    };
  }

  private static Rows rows(Map<Kept, Rows> read, Kept kept) {
    return read.getOrDefault(kept, Rows.none());
  }

  private static Facts whole(Kept kept, Told told, Map<Kept, Rows> read) {
    for (Kept part : kept.parts()) {
      told.draft.put(
          part.list,
          rows(read, part).of(told.id).stream().map(one -> whole(part, one, read)).toList());
    }
    return told.draft.done();
  }

  private void endLive(UUID comparison, Map<Kept, Rows> read) throws SQLException {
    String live =
        "SELECT reply.id FROM reply JOIN pane ON pane.id = reply.pane"
            + " WHERE pane.comparison = ? AND reply."
            + ReplyRows.LIVE;
    Map<UUID, List<Part>> words = new WordRows(db).folded(live, comparison);
    Set<UUID> ended = Set.copyOf(db.list(live, row -> row.id("id"), comparison));
    for (Told reply : List.copyOf(rows(read, Kept.REPLY).of(comparison.toString()))) {
      UUID id = UUID.fromString(reply.id);
      if (ended.contains(id)) {
        reply.draft.put("state", ReplyState.INTERRUPTED.word());
        List<Told> parts = rows(read, Kept.REPLY_PART).of(reply.id);
        words.getOrDefault(id, List.of()).forEach(part -> parts.add(new Told("", told(part))));
      }
    }
  }

  /** Only kinds that come as words. */
  private static Facts.Draft told(Part part) {
    Facts.Draft draft = Facts.draft();
    return switch (part) {
      case Part.Text text -> draft.put("kind", "text").put("text", text.text());
      case Part.Reasoning thought -> draft.put("kind", "reasoning").put("text", thought.text());
      case Part.ToolCall call ->
          draft
              .put("kind", "tool_call")
              .put("text", call.arguments())
              .put("callId", call.id())
              .put("name", call.name());
      case Part.Citation _, Part.Picture _, Part.Document _, Part.Search _, Part.Opaque _ ->
          throw new IllegalStateException("No such words are ever on their way.");
    };
  }
}
