package dev.polylogue.bench;

import dev.polylogue.conversation.ReplyState;
import dev.polylogue.ui.fx.Background;
import dev.polylogue.ui.transcript.TranscriptTurn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * How long the FX thread is held up by texts that were made to hold it up, as they stream in and as
 * they are opened (T05).
 */
final class InputBench {
  private static final int STEPS = 120;

  private final Background background;
  private int replies;

  InputBench(Background background) {
    this.background = background;
  }

  List<Row> rows() throws Exception {
    for (int i = 0; i < 2; i++) {
      stream(BenchText.markdown(100_000));
      open(BenchText.markdown(100_000));
    }
    List<Row> rows = new ArrayList<>();
    for (Map.Entry<String, String> input : inputs().entrySet()) {
      rows.add(
          Row.atMost(
              "transcript.input." + input.getKey() + ".stream",
              stream(input.getValue()),
              "ms cpu",
              100));
      rows.add(
          Row.atMost(
              "transcript.input." + input.getKey() + ".open",
              open(input.getValue()),
              "ms cpu",
              100));
    }
    return rows;
  }

  private static Map<String, String> inputs() {
    Map<String, String> inputs = new LinkedHashMap<>();
    inputs.put("line-5mb", "word ".repeat(1 << 20));
    inputs.put("unbroken-5mb", "x".repeat(5 << 20));
    inputs.put("100000-quotes", ">".repeat(100_000));
    inputs.put("100000-brackets", "[".repeat(100_000));
    inputs.put("100000-stars", "*".repeat(100_000));
    inputs.put("100000-lines-of-code", "```java\n" + "int x = 1; // one\n".repeat(100_000));
    inputs.put("500-columns", table());
    inputs.put("200-deep", deep());
    inputs.put("formula-bombs", formulas());
    inputs.put("bidi-overrides", "abc\u202Edef\u202C\u200B\u2066 ".repeat(50_000));
    inputs.put("half-surrogates", "word \uD83D ".repeat(50_000));
    return inputs;
  }

  private static String table() {
    String row = "| cell ".repeat(500) + "|\n";
    return row + "|---".repeat(500) + "|\n" + row.repeat(30);
  }

  private static String formulas() {
    String deep = "\\frac{1}{".repeat(2_000) + "}".repeat(2_000);
    StringBuilder doubling = new StringBuilder("\\def\\a{xx}");
    for (char letter = 'b'; letter <= 'z'; letter++) {
      char before = (char) (letter - 1);
      doubling.append("\\def\\%1$c{\\%2$c\\%2$c}".formatted(letter, before));
    }
    return String.join(
        "\n\n",
        "$$" + deep + "$$",
        "$$" + doubling + "\\z$$",
        "$$\\rule{100000em}{100000em}$$",
        "$$\\begin{matrix}" + "x & ".repeat(20_000) + "\\end{matrix}$$",
        "$x_1^2$ and ".repeat(5_000));
  }

  private static String deep() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      text.append("  ".repeat(i)).append("- item ").append(i).append('\n');
    }
    return text.toString();
  }

  /** CPU of the costliest frame while the text comes in pieces, until its end is on screen. */
  private double stream(String text) throws Exception {
    UUID turn = new UUID(5, ++replies);
    char[] letters = text.toCharArray();
    PaneStage stage = Fx.call(() -> new PaneStage(background, 1));
    Fx.run(() -> stage.show(PaneStage.turn(turn, PaneStage.streaming(turn, letters, 0))));
    Fx.frames(10);
    int[] frame = {0};
    double worst =
        worst(
            () -> {
              int shown = (int) ((long) letters.length * Math.min(STEPS, ++frame[0]) / STEPS);
              stage.update(
                  turn,
                  frame[0] < STEPS
                      ? PaneStage.streaming(turn, letters, shown)
                      : PaneStage.snapshot(turn, ReplyState.COMPLETE, text));
            });
    Fx.run(stage::close);
    return worst;
  }

  /** CPU of the costliest frame from the wish to see the text on. */
  private double open(String text) throws Exception {
    UUID turn = new UUID(6, ++replies);
    TranscriptTurn whole =
        PaneStage.turn(turn, PaneStage.snapshot(turn, ReplyState.COMPLETE, text));
    PaneStage stage = Fx.call(() -> new PaneStage(background, 1));
    Fx.frames(10);
    boolean[] asked = {false};
    double worst =
        worst(
            () -> {
              if (!asked[0]) {
                asked[0] = true;
                stage.show(whole);
              }
            });
    Fx.run(stage::close);
    return worst;
  }

  /** CPU of the costliest of so many frames that everything has come to rest. */
  private static double worst(Runnable each) throws Exception {
    double[] before = {0};
    double[] worst = {0};
    long until = System.nanoTime() + 6_000_000_000L;
    Fx.frames(
        () -> {
          double now = Fx.ownCpu();
          worst[0] = before[0] == 0 ? 0 : Math.max(worst[0], now - before[0]);
          before[0] = now;
          each.run();
          return System.nanoTime() > until;
        });
    return worst[0];
  }
}
