package dev.polylogue.bench;

import dev.polylogue.app.BenchWindow;
import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.Bytes;
import dev.polylogue.conversation.Comparison;
import dev.polylogue.conversation.EditStep;
import dev.polylogue.conversation.Message;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.Outcome;
import dev.polylogue.conversation.Pane;
import dev.polylogue.conversation.Parameters;
import dev.polylogue.conversation.Part;
import dev.polylogue.conversation.Reply;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.conversation.Timing;
import dev.polylogue.conversation.Turn;
import dev.polylogue.history.HistoryStore;
import dev.polylogue.ui.Mouse;
import dev.polylogue.ui.shell.Desk;
import dev.polylogue.ui.shell.ShellViewModel;
import dev.polylogue.ui.shell.Window;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntConsumer;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;

/** What a frame costs the FX thread while four large pictures are moved together. */
final class LinkedBench {
  private static final int TILES = 4;
  private static final int FRAMES = 90;
  private static final double NOTCH = 40;
  private static final UUID SESSION = new UUID(24, 1);

  private LinkedBench() {}

  /**
   * @param photo a JPEG of 24 megapixels
   * @param home where a history may be made
   */
  static List<Row> rows(Bytes photo, Path home) throws Exception {
    Fx.start();
    try (HistoryStore history = HistoryStore.open(home)) {
      edited(history, photo);
    }
    try (BenchWindow opened = BenchWindow.open(home)) {
      return rows(opened.desk(), opened.window());
    }
  }

  /** A step with as many results as make four tiles with the photo; all look the same. */
  private static void edited(HistoryStore history, Bytes photo) throws Exception {
    Blob kept = history.blobs().keep(photo, "image/jpeg", "large.jpg");
    Instant now = Instant.parse("2026-11-01T12:00:00Z");
    history.edits().create(new Comparison(SESSION, "", now, List.of(), List.of(), ""), kept);
    List<Pane> panes = new ArrayList<>();
    Map<UUID, Reply> queued = new LinkedHashMap<>();
    for (int i = 1; i < TILES; i++) {
      ModelRef model = new ModelRef("sandbox", "painter" + i);
      Pane pane = Pane.empty(new UUID(24, 10 + i), model, Parameters.NONE);
      panes.add(pane);
      queued.put(pane.id(), Reply.queued(new UUID(24, 20 + i), model));
    }
    List<Part> asked = List.of(new Part.Picture(kept), new Part.Text("Leave it"));
    Turn turn = new Turn(new UUID(24, 2), new Message(Message.Role.USER, asked), now);
    history.edits().begin(SESSION, panes, turn, EditStep.USUAL, queued);
    int number = 0;
    for (Reply reply : queued.values()) {
      Blob result = history.blobs().keep(anew(photo, ++number), "image/jpeg", "");
      history.finish(
          new Reply(
              reply.id(),
              reply.model(),
              ReplyState.COMPLETE,
              List.of(new Part.Picture(result)),
              Outcome.NONE,
              Timing.NONE),
          List.of());
    }
  }

  /** The same picture as another file, so that each is decoded and held for itself. */
  private static Bytes anew(Bytes photo, int number) {
    byte[] with = new byte[photo.size() + 1];
    photo.copy(0, with, 0, photo.size());
    with[photo.size()] = (byte) number;
    return Bytes.owning(with);
  }

  private static List<Row> rows(Desk desk, Window window) throws Exception {
    Fx.run(
        () -> {
          desk.shell().pageProperty().set(ShellViewModel.Page.IMAGES);
          desk.photos().photo().open(SESSION);
        });
    Fx.frames(() -> views(window).stream().filter(LinkedBench::isThere).count() == TILES);
    Fx.frames(60);
    Node view = Fx.call(() -> views(window).getFirst());
    List<Row> rows = new ArrayList<>();
    moved(i -> zoom(view, i % 30 < 15 ? NOTCH : -NOTCH));
    rows.addAll(told("zoom", moved(i -> zoom(view, i % 30 < 15 ? NOTCH : -NOTCH))));
    moved(i -> zoom(view, i < 8 ? NOTCH : 0));
    rows.addAll(told("pan", dragged(view)));
    String near = zoom(window);
    moved(i -> zoom(view, i < 20 ? NOTCH : 0));
    if (near.isEmpty() || near.equals(zoom(window))) {
      throw new IllegalStateException("Nothing was moved: " + near);
    }
    rows.addAll(told("pan-pixels", dragged(view)));
    return rows;
  }

  private static List<Row> told(String what, List<Double> frames) {
    String name = "photo.linked.4x24mp." + what + ".frame";
    return List.of(
        Row.atMost(name, Figure.median(frames), "ms cpu", 10),
        Row.atMost(name + ".p95", Figure.percentile(frames, 95), "ms cpu", 16));
  }

  private static List<Double> moved(IntConsumer move) throws Exception {
    int[] frame = {0};
    return Fx.cpuOfFrames(
        () -> {
          move.accept(frame[0]++);
          return frame[0] >= FRAMES;
        });
  }

  private static List<Double> dragged(Node view) throws Exception {
    Fx.run(() -> mouse(view, MouseEvent.MOUSE_PRESSED, 0));
    List<Double> frames = moved(i -> mouse(view, MouseEvent.MOUSE_DRAGGED, i % 60 < 30 ? i : -i));
    Fx.run(() -> mouse(view, MouseEvent.MOUSE_RELEASED, 0));
    return frames;
  }

  private static List<Node> views(Window window) {
    return window.scene().getRoot().lookupAll(".picture-view").stream()
        .filter(node -> node.getLayoutBounds().getWidth() > 0)
        .toList();
  }

  /** It says how large its picture is once it is there. */
  private static boolean isThere(Node view) {
    String said = view.getAccessibleText();
    return said != null && said.contains("6000\u00D74000");
  }

  /** What the status line says of it. */
  private static String zoom(Window window) throws Exception {
    return Fx.call(
        () ->
            window.scene().getRoot().lookupAll(".label").stream()
                .map(label -> String.valueOf(((Label) label).getText()))
                .filter(words -> words.startsWith("zoom "))
                .findFirst()
                .orElse(""));
  }

  private static void zoom(Node view, double way) {
    double x = view.getLayoutBounds().getCenterX();
    double y = view.getLayoutBounds().getCenterY();
    Mouse.wheel(view, x, y, way);
  }

  private static void mouse(Node view, EventType<MouseEvent> type, double by) {
    double x = view.getLayoutBounds().getCenterX() + 3 * by;
    double y = view.getLayoutBounds().getCenterY() + by;
    Mouse.fire(view, type, x, y, 1);
  }
}
