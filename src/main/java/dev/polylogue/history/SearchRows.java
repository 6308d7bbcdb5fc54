package dev.polylogue.history;

import dev.polylogue.conversation.Found;
import dev.polylogue.conversation.FoundPage;
import dev.polylogue.conversation.ModelRef;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Looks passages up, newest first, so that the work does not grow with what there is to find: they
 * are numbered by their time, see {@link PassageNumbers}.
 */
final class SearchRows {
  /** So many passages are looked at for one page, and no more. */
  private static final int MOST_LOOKED_AT = 20_000;

  private static final String FOUND =
      """
      SELECT passage.id, passage.role, passage.message,
          comparison.id AS comparison, comparison.title, comparison.kind,
          comparison.trashed_at IS NOT NULL AS trashed,
          EXISTS (SELECT 1 FROM blinding
              WHERE blinding.comparison = comparison.id AND revealed = 0) AS masked,
          reply.id AS reply, reply.provider, reply.model,
          turn.id AS turn, coalesce(turn.created_at, comparison.created_at) AS at,
          pane.id AS pane, pane.closed,
          (SELECT count(*) FROM pane AS before WHERE before.comparison = pane.comparison
              AND before.closed = 0 AND before.position < pane.position) AS place
      FROM (SELECT rowid AS id FROM passage_words
          WHERE passage_words MATCH ? AND rowid < ? ORDER BY rowid DESC LIMIT ?) AS hit
      CROSS JOIN passage ON passage.id = hit.id
      CROSS JOIN passage_comparison ON passage_comparison.id = passage.comparison
      CROSS JOIN comparison ON comparison.id = passage_comparison.comparison
      LEFT JOIN reply ON passage.model IS NOT NULL AND reply.id = passage.message
      LEFT JOIN turn ON turn.id = coalesce(reply.turn, passage.message)
      LEFT JOIN pane ON pane.id = reply.pane
      ORDER BY hit.id DESC
      """;

  private final Db db;
  private final ZoneId zone;

  /**
   * @param zone of the days that are named in searches
   */
  SearchRows(Db db, ZoneId zone) {
    this.db = db;
    this.zone = zone;
  }

  /** A passage that has the words; whether the rest fits is not known yet. */
  private record Hit(long id, boolean trashed, boolean masked, Found found) {}

  /**
   * @param before only passages with a smaller number; {@link FoundPage#NEWEST} for all
   * @param limit at least 1
   */
  FoundPage page(SearchQuery query, long before, int limit) throws SQLException {
    Optional<String> expression = new SearchExpression(db).of(query);
    if (expression.isEmpty()) {
      return FoundPage.NOTHING;
    }
    List<Hit> fitting = new ArrayList<>();
    long next = before;
    int step = limit + 1;
    int looked = 0;
    boolean more = true;
    while (more && fitting.size() <= limit && looked < MOST_LOOKED_AT) {
      List<Hit> hits = db.list(FOUND, this::hit, expression.get(), next, step);
      for (Hit hit : hits) {
        if (fits(hit, query) && hasNone(hit, query.without())) {
          fitting.add(hit);
        }
      }
      more = hits.size() == step;
      looked += hits.size();
      next = hits.isEmpty() ? 0 : hits.getLast().id;
      step = Math.min(step * 4, 2_000);
    }
    boolean full = fitting.size() > limit;
    List<Hit> shown = full ? fitting.subList(0, limit) : fitting;
    return new FoundPage(told(shown, query), full ? shown.getLast().id : more ? next : 0);
  }

  private List<Found> told(List<Hit> hits, SearchQuery query) throws SQLException {
    Snippets snippets = new Snippets(query.wanted());
    Map<Long, String> texts = new PassageText(db).of(hits.stream().map(Hit::id).toList());
    List<Found> told = new ArrayList<>();
    for (Hit hit : hits) {
      Found found = hit.found;
      String text = texts.getOrDefault(hit.id, "");
      told.add(new Found(found.entry(), found.place(), found.at(), snippets.of(text)));
    }
    told.sort(Comparator.comparing(Found::at).reversed());
    return told;
  }

  private boolean fits(Hit hit, SearchQuery query) throws SQLException {
    SearchQuery.Filters filters = query.filters();
    if (hit.trashed != filters.trash() || (hit.masked && query.asksForVoices())) {
      return false;
    }
    Instant at = hit.found.at();
    if (filters.from() != null && at.isBefore(filters.from().atStartOfDay(zone).toInstant())
        || filters.to() != null && !at.isBefore(filters.to().atStartOfDay(zone).toInstant())) {
      return false;
    }
    for (String tag : filters.tags()) {
      if (!isTagged(hit, tag)) {
        return false;
      }
    }
    return true;
  }

  private boolean hasNone(Hit hit, SearchQuery.Without without) throws SQLException {
    LocalDate day = LocalDate.ofInstant(hit.found.at(), zone);
    for (DaySpan span : without.days()) {
      if (!day.isBefore(span.first()) && day.isBefore(span.next())) {
        return false;
      }
    }
    for (String tag : without.names().tags()) {
      if (isTagged(hit, tag)) {
        return false;
      }
    }
    return true;
  }

  private boolean isTagged(Hit hit, String tag) throws SQLException {
    return db.has(
        "SELECT 1 FROM comparison_tag WHERE comparison = ? AND tag = ?",
        hit.found.comparison(),
        tag);
  }

  private Hit hit(Row row) throws SQLException {
    Found.Role role = Found.Role.of(row.text("role"));
    UUID pane = row.idOrNull("pane");
    Found.Place place =
        new Found.Place(
            role,
            row.idOrNull("turn"),
            row.idOrNull("reply"),
            pane,
            pane == null || row.flag("closed") ? null : row.number("place"),
            pane == null || row.flag("masked")
                ? null
                : new ModelRef(row.text("provider"), row.text("model")));
    Found.Entry entry = new Found.Entry(row.id("comparison"), row.text("kind"), row.text("title"));
    return new Hit(
        row.whole("id"),
        row.flag("trashed"),
        pane != null && row.flag("masked"),
        new Found(entry, place, row.moment("at"), Snippets.NONE));
  }
}
