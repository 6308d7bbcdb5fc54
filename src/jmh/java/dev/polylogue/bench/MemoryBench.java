package dev.polylogue.bench;

import dev.polylogue.conversation.ReplyState;
import dev.polylogue.ui.fx.Background;
import dev.polylogue.ui.transcript.TranscriptTurn;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What an hour of streaming in eight panes leaves behind when they are closed. */
final class MemoryBench {
  private static final int PANES = 8;

  /** An hour at 100 tokens of 4 characters a second, in answers of this length. */
  private static final int ANSWER = 20_000;

  private static final int ANSWERS = 3600 * 400 / ANSWER;
  private static final int STEP = 4_000;

  private final Background background;

  MemoryBench(Background background) {
    this.background = background;
  }

  List<Row> rows() throws Exception {
    stream(2);
    double before = used();
    stream(ANSWERS);
    double after = used();
    return List.of(Row.atMost("transcript.memory.8x1h.left", after - before, "MB", 50));
  }

  private void stream(int answers) throws Exception {
    String text = BenchText.markdown(ANSWER);
    char[] letters = text.toCharArray();
    PaneStage stage = Fx.call(() -> new PaneStage(background, PANES));
    List<TranscriptTurn> turns = new ArrayList<>();
    for (int i = 0; i < answers; i++) {
      UUID turn = new UUID(4, i);
      turns.add(PaneStage.turn(turn, PaneStage.streaming(turn, letters, 0)));
      Fx.run(() -> stage.show(turns.toArray(TranscriptTurn[]::new)));
      int[] shown = {0};
      Fx.frames(
          () -> {
            shown[0] = Math.min(ANSWER, shown[0] + STEP);
            stage.update(turn, PaneStage.streaming(turn, letters, shown[0]));
            return shown[0] == ANSWER;
          });
      TranscriptTurn whole =
          PaneStage.turn(turn, PaneStage.snapshot(turn, ReplyState.COMPLETE, text));
      Fx.run(() -> stage.update(turn, whole.reply()));
      turns.set(i, whole);
    }
    Fx.frames(30);
    Fx.run(stage::close);
    Fx.frames(30);
  }

  private static double used() throws Exception {
    for (int i = 0; i < 4; i++) {
      System.gc();
      Fx.frames(10);
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1048576.0;
  }
}
