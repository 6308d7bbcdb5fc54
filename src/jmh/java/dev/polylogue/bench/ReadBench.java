package dev.polylogue.bench;

import dev.polylogue.conversation.FoundPage;
import dev.polylogue.history.HistoryStore;
import dev.polylogue.history.SearchStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** Reading a large history, against the bare queries through the same driver in turn. */
final class ReadBench {
  private static final int PAGE = 50;

  /** Until the compiler of a busy machine has come to it. */
  private static final long WARM = 1_500_000_000L;

  private static final int RUNS = 200;

  /**
   * What a line of the list says, in one question: title, moments, kind, how many turns, which
   * models, and where it was put.
   */
  private static final String LIST =
      """
      SELECT id, title, created_at, updated_at, kind, pinned, folder, trashed_at,
          (SELECT count(*) FROM turn WHERE turn.comparison = comparison.id) AS turns,
          (SELECT group_concat(provider || '/' || model) FROM pane
              WHERE pane.comparison = comparison.id AND closed = 0) AS models,
          (SELECT group_concat(tag) FROM comparison_tag
              WHERE comparison_tag.comparison = comparison.id) AS tags
      FROM comparison WHERE trashed_at IS NULL ORDER BY used DESC LIMIT 50
      """;

  private static final String MATCH =
      "SELECT rowid FROM passage_words WHERE passage_words MATCH ? ORDER BY rowid DESC LIMIT 50";

  /** The texts of what was matched, which any snippet is made of. */
  private static final String TEXTS =
      """
      SELECT (SELECT group_concat(text) FROM reply_part
          WHERE reply = passage.message AND kind IN ('text', 'reasoning')) AS said,
          (SELECT group_concat(text) FROM turn_part WHERE turn = passage.message) AS asked
      FROM (SELECT rowid AS id FROM passage_words
          WHERE passage_words MATCH ? ORDER BY rowid DESC LIMIT 50) AS hit
      CROSS JOIN passage ON passage.id = hit.id
      """;

  private static final String RARE =
      """
      SELECT term FROM temp.words
      WHERE term >= 'm' AND length(term) >= 8 AND term NOT GLOB '*[^a-z]*' AND doc BETWEEN 1 AND 20
      ORDER BY term LIMIT 1
      """;

  private final HistoryStore store;
  private final Path home;

  ReadBench(HistoryStore store, Path home) {
    this.store = store;
    this.home = home;
  }

  /** What is typed, by what it is, with what it is in the language of FTS5. */
  private static Map<String, String[]> queries(String rare) {
    Map<String, String[]> queries = new LinkedHashMap<>();
    queries.put("common", new String[] {"the ", "\"the\""});
    queries.put("two-common", new String[] {"model answer ", "\"model\" AND \"answer\""});
    queries.put("phrase", new String[] {"\"of the table\"", "\"of the table\""});
    queries.put("rare", new String[] {rare + " ", "\"" + rare + "\""});
    queries.put("absent", new String[] {"xylophonist ", "\"xylophonist\""});
    queries.put("typed-2", new String[] {"mo", "\"mo\" *"});
    queries.put("typed-4", new String[] {"mode", "\"mode\" *"});
    queries.put("chinese", new String[] {"中国", "\"中国\""});
    return queries;
  }

  List<Row> list() throws Exception {
    try (Connection bare = bare();
        PreparedStatement query = bare.prepareStatement(LIST)) {
      Pair pair = Pair.of(() -> store.list(PAGE, 0).size(), () -> rows(query));
      return List.of(
          Row.atMost("history.list.page", Figure.median(pair.ours), "ms", 10),
          Row.atMost("history.list.over-bare", pair.ratio(), "x", 2));
    }
  }

  List<Row> search() throws Exception {
    List<Row> rows = new ArrayList<>();
    SearchStore search = store.search(Clock.systemUTC());
    try (Connection bare = bare();
        PreparedStatement texts = bare.prepareStatement(TEXTS);
        PreparedStatement match = bare.prepareStatement(MATCH)) {
      for (Map.Entry<String, String[]> query : queries(rare(bare)).entrySet()) {
        String typed = query.getValue()[0];
        texts.setString(1, query.getValue()[1]);
        match.setString(1, query.getValue()[1]);
        Callable<Integer> ours = () -> search.page(typed, FoundPage.NEWEST, PAGE).found().size();
        Pair pair = Pair.of(ours, () -> rows(texts));
        double matched = Figure.median(Pair.of(() -> 0, () -> rows(match)).bare);
        String name = "history.search." + query.getKey();
        System.out.printf(
            "%-32s %d hits, ours %.3f ms, bare with texts %.3f ms, bare match %.3f ms%n",
            name, ours.call(), Figure.median(pair.ours), Figure.median(pair.bare), matched);
        rows.add(Row.atMost(name + ".p95", Figure.percentile(pair.ours, 95), "ms", 30));
        rows.add(Row.atMost(name + ".over-bare", pair.ratio(), "x", 3));
      }
    }
    return rows;
  }

  /**
   * A word that a few messages of the million have, the first in the alphabet behind the middle.
   */
  private static String rare(Connection bare) throws SQLException {
    try (Statement vocabulary = bare.createStatement()) {
      vocabulary.executeUpdate(
          "CREATE VIRTUAL TABLE temp.words USING fts5vocab ('main', 'passage_words', 'row')");
      try (ResultSet found = vocabulary.executeQuery(RARE)) {
        if (!found.next()) {
          throw new IllegalStateException("No word of the history is rare.");
        }
        return found.getString(1);
      }
    }
  }

  /** Milliseconds of two things that were done in turn. */
  private record Pair(List<Double> ours, List<Double> bare) {
    static Pair of(Callable<Integer> ours, Callable<Integer> bare) throws Exception {
      Pair pair = new Pair(new ArrayList<>(), new ArrayList<>());
      for (long begin = System.nanoTime(); System.nanoTime() - begin < WARM; ) {
        ours.call();
        bare.call();
      }
      for (int i = 0; i < RUNS; i++) {
        pair.ours.add(millis(ours));
        pair.bare.add(millis(bare));
      }
      return pair;
    }

    double ratio() {
      return Figure.median(ours) / Figure.median(bare);
    }

    private static double millis(Callable<Integer> work) throws Exception {
      long begin = System.nanoTime();
      work.call();
      return (System.nanoTime() - begin) / 1e6;
    }
  }

  private Connection bare() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + home.resolve("polylogue.db"));
  }

  private static int rows(PreparedStatement query) throws SQLException {
    int count = 0;
    try (ResultSet rows = query.executeQuery()) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        for (int i = 1; i <= columns; i++) {
          rows.getString(i);
        }
        count++;
      }
    }
    return count;
  }
}
