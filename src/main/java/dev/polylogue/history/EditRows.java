package dev.polylogue.history;

import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.Comparison;
import dev.polylogue.conversation.EditEntry;
import dev.polylogue.conversation.EditSession;
import dev.polylogue.conversation.EditStep;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.PictureRef;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What makes an edit session of a comparison: its photo, its steps, what was said of results. */
final class EditRows {
  private static final String PNG = "image/png";

  private final Db db;

  EditRows(Db db) {
    this.db = db;
  }

  /** Makes an edit session of a comparison that is in the database. */
  void begin(UUID comparison, Blob photo) throws SQLException {
    db.run("UPDATE comparison SET kind = 'photo' WHERE id = ?", comparison);
    db.run(
        "INSERT INTO photo (comparison, blob, media, size, name) VALUES (?, ?, ?, ?, ?)",
        comparison,
        photo.sha256(),
        photo.mediaType(),
        photo.size(),
        photo.name());
  }

  void add(UUID turn, EditStep step) throws SQLException {
    PictureRef source = step.source();
    Blob mask = step.mask();
    db.run(
        """
        INSERT INTO edit_step
          (turn, source_reply, source_picture, mask, mask_size, options, keep_outside, feather)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        turn,
        source == null ? null : source.reply(),
        source == null ? null : source.index(),
        mask == null ? null : mask.sha256(),
        mask == null ? null : mask.size(),
        PictureOptionsJson.write(step.options()),
        step.outside().kept(),
        step.outside().feather());
  }

  void mark(PictureRef picture, String mark, boolean set) throws SQLException {
    db.run(
        set
            ? "INSERT OR IGNORE INTO picture_mark (reply, picture, mark) VALUES (?, ?, ?)"
            : "DELETE FROM picture_mark WHERE reply = ? AND picture = ? AND mark = ?",
        picture.reply(),
        picture.index(),
        mark);
  }

  Optional<EditSession> load(UUID comparison) throws SQLException {
    Optional<Blob> photo =
        db.first("SELECT * FROM photo WHERE comparison = ?", EditRows::photo, comparison);
    Optional<Comparison> kept = new ComparisonRows(db).load(comparison, Integer.MAX_VALUE);
    if (photo.isEmpty() || kept.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new EditSession(
            kept.get(),
            photo.get(),
            steps(comparison),
            marked(comparison, "star"),
            marked(comparison, "trash")));
  }

  private static Blob photo(Row row) throws SQLException {
    Long size = row.longOrNull("size");
    return new Blob(row.text("blob"), row.text("media"), size == null ? 0 : size, row.text("name"));
  }

  private Map<UUID, EditStep> steps(UUID comparison) throws SQLException {
    Map<UUID, EditStep> steps = new HashMap<>();
    db.each(
        """
        SELECT edit_step.* FROM edit_step JOIN turn ON turn.id = edit_step.turn
        WHERE turn.comparison = ?
        """,
        row -> steps.put(row.id("turn"), step(row)),
        comparison);
    return steps;
  }

  private static EditStep step(Row row) throws SQLException {
    Long picture = row.longOrNull("source_picture");
    Long maskSize = row.longOrNull("mask_size");
    return new EditStep(
        picture == null ? null : new PictureRef(row.id("source_reply"), picture.intValue()),
        maskSize == null ? null : new Blob(row.text("mask"), PNG, maskSize, ""),
        PictureOptionsJson.read(row.text("options")),
        new EditStep.Outside(row.flag("keep_outside"), row.number("feather")));
  }

  private Set<PictureRef> marked(UUID comparison, String mark) throws SQLException {
    return new HashSet<>(
        db.list(
            """
            SELECT picture_mark.* FROM picture_mark
            JOIN reply ON reply.id = picture_mark.reply JOIN turn ON turn.id = reply.turn
            WHERE turn.comparison = ? AND mark = ?
            """,
            row -> new PictureRef(row.id("reply"), row.number("picture")),
            comparison,
            mark));
  }

  /** One page of the list, last used first; those in the trash are left out. */
  List<EditEntry> list(int limit, int offset) throws SQLException {
    Map<UUID, List<ModelRef>> models = new HashMap<>();
    db.each(
        """
        SELECT comparison, provider, model FROM pane
        WHERE comparison IN (SELECT id FROM comparison WHERE kind = 'photo'
            AND trashed_at IS NULL ORDER BY pinned DESC, used DESC LIMIT ? OFFSET ?)
        ORDER BY comparison, position
        """,
        row ->
            models
                .computeIfAbsent(row.id("comparison"), id -> new ArrayList<>())
                .add(new ModelRef(row.text("provider"), row.text("model"))),
        limit,
        offset);
    return db.list(
        """
        SELECT comparison.id, title, updated_at, photo.*,
          (SELECT count(*) FROM turn WHERE turn.comparison = comparison.id) AS steps,
          (SELECT count(*) FROM picture_mark JOIN reply ON reply.id = picture_mark.reply
             JOIN turn ON turn.id = reply.turn
             WHERE turn.comparison = comparison.id AND mark = 'star') AS starred
        FROM comparison JOIN photo ON photo.comparison = comparison.id
        WHERE kind = 'photo' AND trashed_at IS NULL AND comparison.id %s
        ORDER BY pinned DESC, used DESC LIMIT ? OFFSET ?
        """
            .formatted(Meaning.IDENTIFIES),
        row ->
            new EditEntry(
                row.id("id"),
                row.text("title"),
                row.moment("updated_at"),
                photo(row),
                models.getOrDefault(row.id("id"), List.of()),
                new EditEntry.Tally(row.number("steps"), row.number("starred"))),
        limit,
        offset);
  }
}
