package dev.polylogue.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.polylogue.conversation.Comparison;
import dev.polylogue.conversation.Message;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.Pane;
import dev.polylogue.conversation.Parameters;
import dev.polylogue.conversation.Reply;
import dev.polylogue.conversation.Turn;
import dev.polylogue.history.HistoryStore;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Writing to a large history, against a bare insert and commit with the same pragmas in turn. */
final class WriteBench {
  private static final int WARM = 50;
  private static final int COMMITS = 400;

  /** Of one comparison; a path is followed to its end before a turn is added to it. */
  private static final int TURNS = 8;

  private static final int PANES = 8;
  private static final int SECONDS = 30;
  private static final int TOKENS_A_SECOND = 400;

  /** The journal of a reply is written four times a second. */
  private static final int BEATS = 4;

  private static final ModelRef MODEL = ModelRef.parse("sandbox/scribe");

  private final HistoryStore store;

  WriteBench(HistoryStore store) {
    this.store = store;
  }

  List<Row> commits() throws Exception {
    Path folder = Files.createTempDirectory(Path.of("target", "bench"), "bare");
    List<Double> ours = new ArrayList<>();
    List<Double> bare = new ArrayList<>();
    Comparison comparison = comparison(1);
    try (Connection plain =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("bare.db"));
        Statement script = plain.createStatement()) {
      script.executeUpdate("PRAGMA journal_mode = WAL");
      script.executeUpdate("PRAGMA synchronous = FULL");
      script.executeUpdate("CREATE TABLE said (id TEXT PRIMARY KEY, text TEXT NOT NULL)");
      try (PreparedStatement insert = plain.prepareStatement("INSERT INTO said VALUES (?, ?)")) {
        for (int i = -WARM; i < COMMITS; i++) {
          if (Math.floorMod(i, TURNS) == 0) {
            comparison = comparison(1);
          }
          Comparison asked = comparison;
          String words = BenchText.markdown(120) + i;
          double one = millis(() -> ask(asked, words));
          double other =
              millis(
                  () -> {
                    script.executeUpdate("BEGIN IMMEDIATE");
                    insert.setString(1, UUID.randomUUID().toString());
                    insert.setString(2, words);
                    insert.executeUpdate();
                    script.executeUpdate("COMMIT");
                  });
          if (i >= 0) {
            ours.add(one);
            bare.add(other);
          }
        }
      }
    }
    System.out.printf(
        "commit: ours %.3f / %.3f ms, bare %.3f / %.3f ms (median, p99)%n",
        Figure.median(ours),
        Figure.percentile(ours, 99),
        Figure.median(bare),
        Figure.percentile(bare, 99));
    return List.of(
        Row.atMost(
            "history.commit.median-over-bare", Figure.median(ours) / Figure.median(bare), "x", 2),
        Row.atMost(
            "history.commit.p99-over-bare",
            Figure.percentile(ours, 99) / Figure.percentile(bare, 99),
            "x",
            2));
  }

  /** What the processor does for the journal of half a minute, done without the pauses. */
  Row journal() throws Exception {
    Comparison comparison = comparison(PANES);
    List<UUID> replies = ask(comparison, "Eight at once");
    String piece = "token ".repeat(TOKENS_A_SECOND / BEATS);
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long before = 0;
    for (int beat = -10 * BEATS; beat < SECONDS * BEATS; beat++) {
      if (beat == 0) {
        before = system.getProcessCpuTime();
      }
      for (UUID reply : replies) {
        store.append(List.of(new HistoryStore.Words(reply, 0, "text", piece)));
      }
    }
    double used = (system.getProcessCpuTime() - before) / 1e9;
    return Row.atMost("history.journal.8x400", 100 * used / SECONDS, "% core", 5);
  }

  private List<UUID> ask(Comparison comparison, String words) throws Exception {
    Map<UUID, Reply> queued = new LinkedHashMap<>();
    comparison
        .panes()
        .forEach(pane -> queued.put(pane.id(), Reply.queued(UUID.randomUUID(), MODEL)));
    Turn turn = new Turn(UUID.randomUUID(), Message.user(words), Instant.now());
    store.beginTurn(comparison.id(), turn, queued);
    return queued.values().stream().map(Reply::id).toList();
  }

  private Comparison comparison(int panes) throws Exception {
    List<Pane> row = new ArrayList<>();
    for (int i = 0; i < panes; i++) {
      row.add(Pane.empty(UUID.randomUUID(), MODEL, Parameters.NONE));
    }
    Comparison made = new Comparison(UUID.randomUUID(), "Bench", Instant.now(), row, List.of(), "");
    store.create(made);
    return made;
  }

  /** Something to be timed. */
  private interface Step {
    void run() throws Exception;
  }

  private static double millis(Step step) throws Exception {
    long begin = System.nanoTime();
    step.run();
    return (System.nanoTime() - begin) / 1e6;
  }
}
