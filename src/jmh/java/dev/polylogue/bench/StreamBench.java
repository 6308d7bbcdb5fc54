package dev.polylogue.bench;

import dev.polylogue.conversation.KeyPlace;
import dev.polylogue.conversation.Protocol;
import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.settings.SettingsStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The whole program as a process, while a scripted host streams to its screen. What is seen is what
 * has been laid out and given to the painter.
 */
final class StreamBench {
  private static final int LENGTH = 100_000;
  private static final int WINDOW = 10_000;

  /** 15 s where a plain reader took 5.7 s. */
  private static final double FLOOR = 2.63;

  /** Until what has been asked for is in the machine's caches and compiled. */
  private static final int SETTLING_MILLIS = 6_000;

  private final ScriptedHost host;
  private final ChildWindow window;

  private StreamBench(ScriptedHost host, ChildWindow window) {
    this.host = host;
    this.window = window;
  }

  /**
   * @param only one of one, four, eight, enter; all when it is {@code all}
   */
  static List<Row> rows(String only) throws Exception {
    Path home = Files.createTempDirectory("polylogue-bench");
    List<Row> rows = new ArrayList<>();
    try (ScriptedHost host = new ScriptedHost()) {
      addProvider(home, host);
      if (only.equals("all") || only.equals("one")) {
        try (ChildWindow window = new ChildWindow(home)) {
          rows.addAll(new StreamBench(host, window).one());
        }
      }
      try (ChildWindow window = new ChildWindow(home)) {
        StreamBench bench = new StreamBench(host, window);
        if (only.equals("all") || only.equals("enter")) {
          rows.addAll(bench.enter());
        }
        if (only.equals("all") || only.equals("four")) {
          rows.addAll(bench.four());
        }
        if (only.equals("all") || only.equals("eight")) {
          rows.addAll(bench.eight());
        }
      }
    }
    return rows;
  }

  private static void addProvider(Path home, ScriptedHost host) throws Exception {
    ProviderSettings provider =
        new ProviderSettings(
            "host", Protocol.OPENAI_CHAT, host.baseUrl(), KeyPlace.NONE, Map.of(), Map.of());
    SettingsStore.open(home).update(settings -> settings.with(provider));
  }

  private void open(int panes) throws Exception {
    StringBuilder models = new StringBuilder("open");
    for (int i = 1; i <= panes; i++) {
      models.append(" host/m").append(i);
    }
    window.ask(models.toString());
  }

  /** One answer of 100,000 characters at 400 deltas a second, in a program that just started. */
  private List<Row> one() throws Exception {
    open(1);
    settle();
    double idle = window.pss();
    List<Double> cpu = Collections.synchronizedList(new ArrayList<>());
    host.script(
        BenchText.markdown(LENGTH),
        400,
        characters -> {
          if (characters % WINDOW == 0) {
            cpu.add(window.cpuSeconds());
          }
        });
    double before = window.cpuSeconds();
    window.ask("send Explain tides.");
    Sight sight = Sight.of(window.ask("await"));
    double whole = window.cpuSeconds() - before;
    settle();
    ScriptedHost.Served served = host.served().getFirst();
    long begin = served.sent(1);
    long end = served.sent(LENGTH);
    long early = served.sent(WINDOW);
    long late = served.sent(LENGTH - WINDOW);
    var seen = sight.panes().getFirst();
    double firstCost = cpu.get(1) - cpu.get(0);
    double lastCost = cpu.get(9) - cpu.get(8);
    double after = window.pss();
    double floor = PlainReader.cpuSeconds(host);
    return List.of(
        Row.atMost("stream.100k.cpu", whole, "s", 15),
        Row.atMost("stream.100k.cpu-over-plain-reader", whole / floor, "x", FLOOR),
        Row.atMost("stream.100k.cpu.last-over-second-10k", lastCost / firstCost, "x", 1.3),
        Row.atLeast("stream.100k.frames.first10k", sight.framesPerSecond(begin, early), "1/s", 30),
        Row.atLeast("stream.100k.frames.last10k", sight.framesPerSecond(late, end), "1/s", 30),
        Row.atLeast("stream.100k.frames.fewest", sight.fewestFrames(begin, end), "1/s", 30),
        Row.atMost("stream.100k.gap", sight.longestGap(begin, end), "ms", 100),
        Row.atMost("stream.100k.late.last", late(served, seen.lastEntry()), "ms", 50),
        Row.atMost("stream.memory.idle", idle, "MB pss", 250),
        Row.atMost("stream.memory.after-100k", after, "MB pss", 300));
  }

  /** From the moment a count left the host until it was laid out. */
  private static double late(ScriptedHost.Served served, Map.Entry<Integer, Long> seen) {
    return (seen.getValue() - served.sent(seen.getKey() + BenchText.COUNT.length() + 6)) / 1e6;
  }

  /** Several short answers in a row, in a program that is warm. */
  private List<Row> enter() throws Exception {
    open(1);
    List<Double> asked = new ArrayList<>();
    List<Double> first = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      // A higher count than in the answer before, which may still be in view.
      String words = BenchText.COUNT + "%06d".formatted(i);
      host.script(words, " and so on.", 100, characters -> {});
      long enter = Long.parseLong(window.ask("send Explain tides."));
      Sight sight = Sight.of(window.ask("await"));
      ScriptedHost.Served served = host.served().getFirst();
      if (i > 1) {
        asked.add((served.asked() - enter) / 1e6);
        long seen = sight.panes().getFirst().firstEntry().getValue();
        first.add((seen - served.sent(words.length())) / 1e6);
      }
    }
    return List.of(
        Row.atMost("stream.enter-to-request", Figure.median(asked), "ms", 10),
        Row.atMost("stream.late.first", Figure.median(first), "ms", 20));
  }

  private List<Row> four() throws Exception {
    open(4);
    settle();
    host.script(BenchText.markdown(20_000), 100, characters -> {});
    double before = window.cpuSeconds();
    window.ask("send Explain tides.");
    Sight sight = Sight.of(window.ask("await"));
    double cpu = window.cpuSeconds() - before;
    return List.of(
        Row.atMost("stream.4x20k.cpu", cpu, "s", 10),
        Row.atMost("stream.4x20k.gap", gap(sight), "ms", 100),
        Row.atMost("stream.4x20k.behind", behind(sight), "ms", 200));
  }

  private List<Row> eight() throws Exception {
    open(8);
    settle();
    host.script(BenchText.markdown(20_000), 400, characters -> {});
    double before = window.cpuSeconds();
    window.ask("send Explain tides.");
    Sight sight = Sight.of(window.ask("await"));
    double cpu = window.cpuSeconds() - before;
    return List.of(
        Row.atMost("stream.8x20k.behind", behind(sight), "ms", 200),
        Row.atMost("stream.8x20k.gap", gap(sight), "ms", 100),
        Row.atMost("stream.8x20k.cpu-per-second", cpu / 12.5, "cores", 2));
  }

  private double gap(Sight sight) {
    ScriptedHost.Served served = host.served().getFirst();
    return sight.longestGap(served.sent(1), served.sent(Integer.MAX_VALUE));
  }

  /**
   * The most milliseconds that any count was laid out after its host had sent it. The hosts run in
   * step, so that any of them stands for all.
   */
  private double behind(Sight sight) {
    double worst = 0;
    ScriptedHost.Served served = host.served().getFirst();
    for (var pane : sight.panes()) {
      for (Map.Entry<Integer, Long> seen : pane.entrySet()) {
        worst = Math.max(worst, late(served, seen));
      }
    }
    return worst;
  }

  private static void settle() throws InterruptedException {
    new CountDownLatch(1).await(SETTLING_MILLIS, TimeUnit.MILLISECONDS);
  }
}
