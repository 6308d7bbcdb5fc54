package dev.polylogue.bench;

import dev.polylogue.history.HistoryStore;
import dev.polylogue.history.SyntheticHistory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The figures of a large history. It is made once and kept in {@code target/bench}, since that
 * takes minutes; {@code -Dbench.messages=N} takes another size.
 */
final class HistoryBench {
  private static final long SEED = 7;
  private static final int PAIRS = 5;

  private HistoryBench() {}

  /**
   * @param only {@code list}, {@code search}, {@code start}, {@code commit}, {@code journal}, or
   *     {@code all}
   */
  static List<Row> rows(String only) throws Exception {
    long messages = Long.getLong("bench.messages", 1_000_000);
    Path home = Path.of("target", "bench", "history-" + messages).toAbsolutePath();
    if (!Files.exists(home.resolve("polylogue.db"))) {
      try (HistoryStore store = HistoryStore.open(home)) {
        new SyntheticHistory(store, SEED).add(messages, made -> {});
      }
    }
    System.out.printf("A history of %d messages in %s%n", messages, home);
    List<Row> rows = new ArrayList<>();
    boolean all = only.equals("all");
    if (all || only.equals("start")) {
      rows.addAll(start(home));
    }
    try (HistoryStore store = HistoryStore.open(home)) {
      if (all || only.equals("list")) {
        rows.addAll(new ReadBench(store, home).list());
      }
      if (all || only.equals("search")) {
        rows.addAll(new ReadBench(store, home).search());
      }
    }
    if (all || only.equals("commit") || only.equals("journal")) {
      rows.addAll(writing(home, only));
    }
    return rows;
  }

  /** In copies, so that the history is the same for every run. */
  private static List<Row> writing(Path home, String only) throws Exception {
    Path folder = Files.createTempDirectory(home.getParent(), "written");
    Path database = home.resolve("polylogue.db");
    Path written = folder.resolve("polylogue.db");
    Path bare = folder.resolve("bare.db");
    try {
      Files.copy(database, written);
      Files.copy(database, bare);
      List<Row> rows = new ArrayList<>();
      try (HistoryStore store = HistoryStore.open(folder)) {
        WriteBench bench = new WriteBench(store);
        if (!only.equals("journal")) {
          rows.addAll(bench.commits(bare));
        }
        if (!only.equals("commit")) {
          rows.add(bench.journal());
        }
      }
      return rows;
    } finally {
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Until the window with its list is there, in a process of its own each time. */
  private static List<Row> start(Path home) throws Exception {
    Path empty = Files.createTempDirectory("polylogue-bench");
    try (HistoryStore made = HistoryStore.open(empty)) {
      made.list(1, 0);
    }
    startMillis(empty);
    List<Double> bare = new ArrayList<>();
    List<Double> full = new ArrayList<>();
    for (int i = 0; i < PAIRS; i++) {
      bare.add(startMillis(empty));
      full.add(startMillis(home));
    }
    return List.of(
        Row.atMost("history.start.full", Figure.median(full), "ms", 60_000),
        Row.atMost(
            "history.start.full-over-empty", Figure.median(full) / Figure.median(bare), "x", 1.2));
  }

  private static double startMillis(Path home) throws Exception {
    long begin = System.nanoTime();
    try (ChildWindow window = new ChildWindow(home)) {
      return (System.nanoTime() - begin) / 1e6;
    }
  }
}
