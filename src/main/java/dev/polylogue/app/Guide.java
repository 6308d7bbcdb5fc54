package dev.polylogue.app;

import dev.polylogue.settings.Settings.Appearance;
import dev.polylogue.ui.fx.Onstage;
import dev.polylogue.ui.kit.Texts;
import dev.polylogue.ui.shell.Desk;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.transform.Scale;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** Leads a window through a tour. Not the FX thread. */
final class Guide {
  private static final long PATIENCE_MILLIS = 20_000;

  /** Frames after which what changed has been laid out, painted and parsed. */
  private static final int SETTLING_FRAMES = 20;

  private static final int QUICK_FRAMES = 3;

  private final Sitting sitting;
  private final Camera camera;
  private @Nullable WritableImage seen;

  private Guide(Sitting sitting, Camera camera) {
    this.sitting = sitting;
    this.camera = camera;
  }

  /** Opens a window of 1440 by 900. */
  static Guide open(Path home, Camera camera, Texts texts) throws Exception {
    return open(home, camera, texts, 1440, 900);
  }

  /** Opens a window of a size in pixels; on the headless platform it can't shrink later. */
  static Guide open(Path home, Camera camera, Texts texts, double width, double height)
      throws Exception {
    return new Guide(sit(home, texts, width, height), camera);
  }

  /** Opens a window, and waits until it is filled and shown. */
  static Sitting sit(Path home, Texts texts, double width, double height) throws Exception {
    CompletableFuture<Sitting> opened = new CompletableFuture<>();
    Onstage.call(
        () -> {
          Stage stage = MainWindow.stage(texts);
          Sitting.open(
              () -> Workbench.openForWindow(home),
              stage,
              texts,
              opened::complete,
              opened::completeExceptionally);
          return true;
        });
    Sitting sitting = get(opened);
    Onstage.call(
        () -> {
          sitting.stage().setWidth(width);
          sitting.stage().setHeight(height);
          sitting.stage().show();
          return true;
        });
    return sitting;
  }

  private static <T> T get(CompletableFuture<T> future) throws Exception {
    try {
      return future.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  <T> T ask(Function<Desk, T> question) throws Exception {
    return Onstage.call(() -> question.apply(sitting.desk()));
  }

  void act(Consumer<Desk> action) throws Exception {
    Onstage.call(
        () -> {
          action.accept(sitting.desk());
          return true;
        });
  }

  void await(String what, Predicate<Desk> condition) throws Exception {
    await(what, condition, PATIENCE_MILLIS);
  }

  void await(String what, Predicate<Desk> condition, long millis) throws Exception {
    if (!Onstage.await(() -> condition.test(sitting.desk()), millis)) {
      String notice = ask(desk -> desk.shell().noticeProperty().get());
      throw new TourException(
          "waited %d s for this: %s. %s".formatted(millis / 1000, what, notice).strip());
    }
  }

  /** Does what a command does, as its button and its shortcut do. */
  void press(String command) throws Exception {
    act(desk -> sitting.window().commands().named(command).action().run());
  }

  void openChooser() throws Exception {
    settle(SETTLING_FRAMES);
    act(desk -> sitting.window().chooseModel());
  }

  void openPaneSettings() throws Exception {
    settle(SETTLING_FRAMES);
    act(desk -> sitting.window().openPaneSettings());
  }

  /** Shows one of the parts of the inspector, counted from 0. */
  void inspect(int part) throws Exception {
    act(desk -> sitting.window().inspector().part(part));
    settle(SETTLING_FRAMES);
  }

  /**
   * Lays the window out in twice its width and height, as on a screen that the headless platform
   * does not have.
   */
  void magnify() throws Exception {
    Onstage.call(
        () -> {
          Scene scene = sitting.window().scene();
          scene.setRoot(new Lens(scene.getRoot()));
          return true;
        });
    settle(SETTLING_FRAMES);
  }

  /** Shows what is in it at half its size. */
  private static final class Lens extends Pane {
    private final Parent inside;

    Lens(Parent inside) {
      super(inside);
      this.inside = inside;
      // Colours that are defined on the root are looked up from there.
      getStylesheets().setAll(inside.getStylesheets());
      inside.getTransforms().add(new Scale(0.5, 0.5));
    }

    @Override
    protected void layoutChildren() {
      inside.resizeRelocate(0, 0, 2 * getWidth(), 2 * getHeight());
    }
  }

  /** The window as it is laid out, whatever lens it is seen through. */
  private WritableImage snapshot() {
    Parent root = sitting.window().scene().getRoot();
    if (!(root instanceof Lens lens)) {
      return sitting.window().scene().snapshot(null);
    }
    SnapshotParameters whole = new SnapshotParameters();
    whole.setTransform(new Scale(2, 2));
    return lens.snapshot(whole, null);
  }

  void closeLayer() throws Exception {
    act(desk -> sitting.window().closeLayer());
  }

  /** Saves the scene light and dark. */
  void picture(String name) throws Exception {
    for (Appearance appearance : List.of(Appearance.LIGHT, Appearance.DARK)) {
      dress(appearance);
      camera.keep(Onstage.call(() -> snapshot()), dressed(name));
    }
  }

  /**
   * Looks at a scene that moves on.
   *
   * @return whether something was live in what was seen
   */
  boolean liveFrame() throws Exception {
    settle(QUICK_FRAMES);
    return Onstage.call(
        () -> {
          seen = snapshot();
          return sitting.desk().chat().liveProperty().get();
        });
  }

  /** Saves what {@link #liveFrame} saw last. */
  void keep(String name) throws Exception {
    WritableImage image = seen;
    if (image != null) {
      camera.keep(image, dressed(name));
    }
  }

  void dress(Appearance appearance) throws Exception {
    act(desk -> desk.settings().looks().choose(appearance));
    settle(SETTLING_FRAMES);
  }

  private String dressed(String name) throws Exception {
    Appearance now = ask(desk -> desk.settings().looks().appearanceProperty().get());
    return name + "-" + now.name().toLowerCase(Locale.ROOT);
  }

  private static void settle(int settling) throws Exception {
    AtomicInteger frames = new AtomicInteger();
    Onstage.await(() -> frames.incrementAndGet() > settling, PATIENCE_MILLIS);
  }

  /** Closes the window and waits until everything is stored. */
  void close() throws Exception {
    CompletableFuture<Boolean> closed = new CompletableFuture<>();
    act(desk -> sitting.close(() -> closed.complete(true)));
    get(closed);
  }
}
