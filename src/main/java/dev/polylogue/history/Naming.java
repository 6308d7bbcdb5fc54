package dev.polylogue.history;

import dev.polylogue.conversation.Title;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Titles for salvaged comparisons that lost theirs: the first words of their first prompt, unless
 * the index for searching knows that it was another; then that one, in lower case.
 */
final class Naming {
  /** Of which neither is known. */
  static final String SALVAGED = "Salvaged";

  private static final String NAMELESS =
      """
      SELECT comparison.id,
          (SELECT turn_part.text FROM turn
           JOIN turn_part ON turn_part.turn = turn.id AND turn_part.kind = 'text'
           WHERE turn.comparison = comparison.id
           ORDER BY turn.position, turn_part.position LIMIT 1) AS prompt,
          (SELECT number FROM temp.listed
           WHERE listed.comparison = comparison.id AND role = 'title') AS number
      FROM comparison
      WHERE id IN (SELECT id FROM temp.guessed WHERE guess = ?)
      """;

  private record Nameless(UUID id, String words, @Nullable Long number) {
    static Nameless read(Row row) throws SQLException {
      String prompt = row.textOrNull("prompt");
      return new Nameless(
          row.id("id"), prompt == null ? "" : Title.of(prompt), row.longOrNull("number"));
    }
  }

  private Naming() {}

  /** In a transaction; who has its old title again is not counted as guessed any more. */
  static void all(Db damaged, Db db) throws SQLException {
    List<Nameless> all = db.list(NAMELESS, Nameless::read, Guess.TITLES.word());
    Map<Long, String> numbers = new HashMap<>();
    for (Nameless one : all) {
      if (one.number != null) {
        numbers.put(one.number, one.id.toString());
      }
    }
    Map<String, IndexedTitles.Words> indexed = IndexedTitles.of(damaged, numbers);
    for (Nameless one : all) {
      IndexedTitles.Words known = indexed.get(one.id.toString());
      boolean same = known != null && known.words().equals(folded(one.words));
      String title = known == null || same || known.parted() ? one.words : known.words();
      db.run(
          "UPDATE comparison SET title = ?, title_by = ? WHERE id = ?",
          title.isEmpty() ? SALVAGED : title,
          title.equals(one.words) ? "words" : "person",
          one.id);
      if (same) {
        db.run("DELETE FROM temp.guessed WHERE guess = ? AND id = ?", Guess.TITLES.word(), one.id);
      }
    }
  }

  /** Of comparisons of which nothing else is left, in {@code temp.lost_title}. */
  static void lost(Db damaged, Db db) throws SQLException {
    Map<Long, String> numbers = new HashMap<>();
    db.each(
        """
        SELECT number, comparison FROM temp.listed
        WHERE role = 'title' AND comparison NOT IN (SELECT id FROM comparison)
        """,
        row -> numbers.put(row.whole("number"), row.text("comparison")));
    db.script("CREATE TEMP TABLE lost_title (comparison TEXT PRIMARY KEY, title TEXT)");
    for (Map.Entry<String, IndexedTitles.Words> one :
        IndexedTitles.of(damaged, numbers).entrySet()) {
      db.run("INSERT INTO temp.lost_title VALUES (?, ?)", one.getKey(), one.getValue().words());
    }
  }

  /** As the index has it. */
  private static String folded(String title) {
    List<String> words = new ArrayList<>();
    TokenReader tokens = new TokenReader(title);
    while (tokens.next()) {
      words.add(tokens.token());
    }
    return String.join(" ", words);
  }
}
