package dev.polylogue.bench;

import dev.polylogue.ui.fx.Background;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What a frame costs the FX thread while eight panes stream, in short replies and in long ones. */
final class FrameBench {
  private static final int PANES = 8;
  private static final int SHORT = 10_000;
  private static final int LONG = 200_000;

  /** 100 tokens of 4 characters. */
  private static final double CHARACTERS_A_SECOND = 400;

  private static final int SECONDS = 5;
  private static final int RUNS = 2;

  private final char[] text =
      BenchText.markdown(LONG + (int) CHARACTERS_A_SECOND * SECONDS * 2).toCharArray();
  private final Background background;
  private int replies;

  FrameBench(Background background) {
    this.background = background;
  }

  List<Row> rows() throws Exception {
    stream(SHORT);
    stream(LONG);
    List<Double> early = new ArrayList<>();
    List<Double> late = new ArrayList<>();
    for (int i = 0; i < RUNS; i++) {
      early.addAll(stream(SHORT));
      late.addAll(stream(LONG));
    }
    List<Double> all = new ArrayList<>(early);
    all.addAll(late);
    return List.of(
        Row.atMost("transcript.frame.8x100.10k", Figure.median(early), "ms cpu", 8),
        Row.atMost("transcript.frame.8x100.200k", Figure.median(late), "ms cpu", 8),
        Row.atMost("transcript.frame.8x100.p99", Figure.percentile(all, 99), "ms cpu", 50),
        Row.atMost(
            "transcript.frame.8x100.growth", Figure.median(late) / Figure.median(early), "x", 1.3));
  }

  /** CPU of the FX thread for each frame of some seconds, from so many characters on. */
  private List<Double> stream(int from) throws Exception {
    UUID turn = new UUID(1, ++replies);
    PaneStage stage = Fx.call(() -> new PaneStage(background, PANES));
    Fx.run(() -> stage.show(PaneStage.turn(turn, PaneStage.streaming(turn, text, from))));
    Fx.frames(60);
    long begin = System.nanoTime();
    List<Double> frames =
        Fx.cpuOfFrames(
            () -> {
              double seconds = (System.nanoTime() - begin) / 1e9;
              int shown = from + advance(seconds);
              stage.frame(turn, PaneStage.streaming(turn, text, shown));
              return seconds > SECONDS;
            });
    Fx.run(stage::close);
    return frames;
  }

  private static int advance(double seconds) {
    return (int) (Math.min(seconds, SECONDS * 2) * CHARACTERS_A_SECOND);
  }
}
