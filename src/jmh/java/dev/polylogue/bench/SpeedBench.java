package dev.polylogue.bench;

import dev.polylogue.ui.fx.Background;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.StyleClassedTextArea;

/**
 * How fast text appears when the host is never waited for, against the same text appended without
 * any style. Each piece is laid out before the next one is offered.
 */
final class SpeedBench {
  private static final int LENGTH = 400_000;
  private static final int PIECE = 4_000;
  private static final int RUNS = 3;

  private final String text = BenchText.markdown(LENGTH);
  private final Background background;
  private int replies;

  SpeedBench(Background background) {
    this.background = background;
  }

  List<Row> rows() throws Exception {
    styled();
    plain();
    List<Double> ours = new ArrayList<>();
    List<Double> floor = new ArrayList<>();
    for (int i = 0; i < RUNS; i++) {
      ours.add(styled());
      floor.add(plain());
    }
    return List.of(
        Row.atMost(
            "transcript.speed.plain-over-ours",
            Figure.median(ours) / Figure.median(floor),
            "x",
            3));
  }

  /** Milliseconds for the whole text. */
  private double styled() throws Exception {
    UUID turn = new UUID(3, ++replies);
    char[] letters = text.toCharArray();
    PaneStage stage = Fx.call(() -> new PaneStage(background, 1));
    Fx.run(() -> stage.show(PaneStage.turn(turn, PaneStage.streaming(turn, letters, 0))));
    Fx.frames(10);
    CompletableFuture<Boolean> done = new CompletableFuture<>();
    long begin = System.nanoTime();
    Platform.runLater(() -> offer(stage, turn, letters, 0, done));
    done.get(5, TimeUnit.MINUTES);
    double millis = (System.nanoTime() - begin) / 1e6;
    Fx.run(stage::close);
    return millis;
  }

  private static void offer(
      PaneStage stage, UUID turn, char[] letters, int shown, CompletableFuture<Boolean> done) {
    if (shown == LENGTH) {
      done.complete(true);
      return;
    }
    int next = Math.min(LENGTH, shown + PIECE);
    int before = stage.area().getLength();
    stage.update(turn, PaneStage.streaming(turn, letters, next));
    await(stage, before, () -> offer(stage, turn, letters, next, done));
  }

  private static void await(PaneStage stage, int before, Runnable then) {
    Platform.runLater(
        () -> {
          if (stage.area().getLength() == before) {
            await(stage, before, then);
          } else {
            layOut(stage.scene());
            then.run();
          }
        });
  }

  private double plain() throws Exception {
    StyleClassedTextArea area = Fx.call(StyleClassedTextArea::new);
    Stage stage =
        Fx.call(
            () -> {
              area.setEditable(false);
              area.setWrapText(true);
              Stage made = new Stage();
              made.setScene(new Scene(new VirtualizedScrollPane<>(area), 360, 900));
              made.show();
              return made;
            });
    Fx.frames(10);
    CompletableFuture<Boolean> done = new CompletableFuture<>();
    long begin = System.nanoTime();
    Platform.runLater(() -> append(area, 0, done));
    done.get(5, TimeUnit.MINUTES);
    double millis = (System.nanoTime() - begin) / 1e6;
    Fx.run(stage::close);
    return millis;
  }

  private void append(StyleClassedTextArea area, int shown, CompletableFuture<Boolean> done) {
    if (shown == LENGTH) {
      done.complete(true);
      return;
    }
    int next = Math.min(LENGTH, shown + PIECE);
    area.appendText(text.substring(shown, next));
    area.showParagraphAtBottom(area.getParagraphs().size() - 1);
    layOut(area.getScene());
    Platform.runLater(() -> append(area, next, done));
  }

  private static void layOut(Scene scene) {
    scene.getRoot().applyCss();
    scene.getRoot().layout();
  }
}
