package dev.polylogue.bench;

import dev.polylogue.app.BenchWindow;
import dev.polylogue.app.Workbench;
import dev.polylogue.conversation.Bytes;
import dev.polylogue.media.PictureWriter;
import dev.polylogue.ui.shell.Desk;
import dev.polylogue.ui.shell.ShellViewModel;
import dev.polylogue.ui.shell.Window;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import org.jspecify.annotations.Nullable;

/** What a frame costs the FX thread while somebody flings through many photos. */
final class ScrollBench {
  private static final int PHOTOS = 500;

  /** Every line of the list is another one in every frame. */
  private static final double SCREEN = 800;

  private static final int FRAMES = 60;

  private ScrollBench() {}

  static List<Row> rows() throws Exception {
    Fx.start();
    Path home = Files.createTempDirectory("polylogue-bench");
    try (Workbench bench = Workbench.open(home)) {
      for (int i = 0; i < PHOTOS; i++) {
        bench.photos().begin(photo(i), "image/png", "harbour %d.png".formatted(i));
      }
    }
    try (BenchWindow opened = BenchWindow.open(home)) {
      return rows(opened.desk(), opened.window());
    }
  }

  private static List<Row> rows(Desk desk, Window window) throws Exception {
    Fx.run(() -> desk.shell().pageProperty().set(ShellViewModel.Page.IMAGES));
    Fx.frames(() -> flow(window) != null);
    VirtualFlow<?> flow = Fx.call(() -> Objects.requireNonNull(flow(window)));
    List<Double> cold = fling(flow, SCREEN);
    cold.addAll(fling(flow, -SCREEN));
    List<Double> warm = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      warm.addAll(fling(flow, i % 2 == 0 ? SCREEN : -SCREEN));
    }
    return List.of(
        Row.atMost("photo.fling.500.first.frame", Figure.median(cold), "ms cpu", 16),
        Row.atMost("photo.fling.500.first.frame.p95", Figure.percentile(cold, 95), "ms cpu", 50),
        Row.atMost("photo.fling.500.frame", Figure.median(warm), "ms cpu", 8),
        Row.atMost("photo.fling.500.frame.p95", Figure.percentile(warm, 95), "ms cpu", 16));
  }

  /** CPU of the FX thread for each frame of some seconds. */
  private static List<Double> fling(VirtualFlow<?> flow, double pixels) throws Exception {
    int[] left = {FRAMES};
    return Fx.cpuOfFrames(
        () -> {
          flow.scrollPixels(pixels);
          return left[0]-- <= 0;
        });
  }

  /** Of the list of photos, once that is on screen. */
  private static @Nullable VirtualFlow<?> flow(Window window) {
    return window.scene().getRoot().lookupAll(".history").stream()
        .filter(ScrollBench::isOfPhotos)
        .map(list -> (VirtualFlow<?>) list.lookup(".virtual-flow"))
        .findFirst()
        .orElse(null);
  }

  private static boolean isOfPhotos(Node node) {
    ObservableList<?> items = node instanceof ListView<?> list ? list.getItems() : null;
    return items != null
        && items.size() > 50
        && items.getFirst().getClass().getName().contains("SessionRow");
  }

  private static Bytes photo(int number) throws Exception {
    BufferedImage image = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.getHSBColor(number / (float) PHOTOS, 0.6f, 0.9f));
    pen.fillRect(0, 0, 640, 480);
    pen.setColor(Color.DARK_GRAY);
    pen.fillOval(number, 100, 200, 200);
    pen.dispose();
    return PictureWriter.png(image);
  }
}
