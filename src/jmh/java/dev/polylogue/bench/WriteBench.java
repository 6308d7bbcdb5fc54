package dev.polylogue.bench;

import com.github.f4b6a3.uuid.UuidCreator;
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
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Writing to a large history, against {@link BareWrite} in turn. */
final class WriteBench {
  private static final int WARM = 50;
  private static final int COMMITS = 2000;

  /** Of one comparison. */
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

  /**
   * @param copy of the database, to be written without the program
   */
  List<Row> commits(Path copy) throws Exception {
    List<Double> ours = new ArrayList<>();
    List<Double> bare = new ArrayList<>();
    Comparison comparison = comparison(1);
    try (BareWrite plain = new BareWrite(copy)) {
      for (int i = -WARM; i < COMMITS; i++) {
        if (Math.floorMod(i, TURNS) == 0 || i == -WARM) {
          comparison = comparison(1);
          plain.startComparison();
        }
        UUID asked = comparison.id();
        String words = BenchText.markdown(120) + i;
        Turn turn = turn(words);
        Map<UUID, Reply> queued = queued(comparison);
        String id = UuidCreator.getTimeOrderedEpoch().toString();
        double one = millis(() -> store.beginTurn(asked, turn, queued));
        double other = millis(() -> plain.ask(id, words));
        if (i >= 0) {
          ours.add(one);
          bare.add(other);
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
    Map<UUID, Reply> queued = queued(comparison);
    store.beginTurn(comparison.id(), turn("Eight at once"), queued);
    List<UUID> replies = queued.values().stream().map(Reply::id).toList();
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

  private static Turn turn(String words) {
    return new Turn(UuidCreator.getTimeOrderedEpoch(), Message.user(words), Instant.now());
  }

  private static Map<UUID, Reply> queued(Comparison comparison) {
    Map<UUID, Reply> queued = new LinkedHashMap<>();
    for (Pane pane : comparison.panes()) {
      queued.put(pane.id(), Reply.queued(UuidCreator.getTimeOrderedEpoch(), MODEL));
    }
    return queued;
  }

  private Comparison comparison(int panes) throws Exception {
    List<Pane> row = new ArrayList<>();
    for (int i = 0; i < panes; i++) {
      row.add(Pane.empty(UuidCreator.getTimeOrderedEpoch(), MODEL, Parameters.NONE));
    }
    Comparison made =
        new Comparison(
            UuidCreator.getTimeOrderedEpoch(), "Bench", Instant.now(), row, List.of(), "");
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
