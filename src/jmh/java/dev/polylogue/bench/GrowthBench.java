package dev.polylogue.bench;

import dev.polylogue.ui.fx.Background;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What the first and the last 10,000 characters of a very long reply cost the whole process. */
final class GrowthBench {
  private static final int LENGTH = 400_000;
  private static final int WINDOW = 10_000;

  /** Characters a frame where it is measured, and in between. */
  private static final int SLOW = 40;

  private static final int FAST = 4_000;
  private static final int RUNS = 3;

  private final char[] text = BenchText.markdown(LENGTH).toCharArray();
  private final Background background;
  private int replies;

  GrowthBench(Background background) {
    this.background = background;
  }

  private record Cost(double first, double last) {}

  List<Row> rows() throws Exception {
    run();
    run();
    List<Double> first = new ArrayList<>();
    List<Double> last = new ArrayList<>();
    for (int i = 0; i < RUNS; i++) {
      Cost cost = run();
      first.add(cost.first);
      last.add(cost.last);
    }
    return List.of(
        Row.atMost(
            "transcript.stream.400k.growth", Figure.median(last) / Figure.median(first), "x", 1.3));
  }

  private Cost run() throws Exception {
    UUID turn = new UUID(2, ++replies);
    PaneStage stage = Fx.call(() -> new PaneStage(background, 1));
    Fx.run(() -> stage.show(PaneStage.turn(turn, PaneStage.streaming(turn, text, 0))));
    Fx.frames(30);
    double first = cost(stage, turn, 0, WINDOW, SLOW);
    cost(stage, turn, WINDOW, LENGTH - WINDOW, FAST);
    Fx.frames(30);
    System.gc();
    double last = cost(stage, turn, LENGTH - WINDOW, LENGTH, SLOW);
    Fx.run(stage::close);
    return new Cost(first, last);
  }

  private double cost(PaneStage stage, UUID turn, int from, int to, int step) throws Exception {
    double before = Fx.processCpu();
    int[] shown = {from};
    Fx.frames(
        () -> {
          shown[0] = Math.min(to, shown[0] + step);
          stage.update(turn, PaneStage.streaming(turn, text, shown[0]));
          return shown[0] == to;
        });
    return Fx.processCpu() - before;
  }
}
