package dev.polylogue.app;

import dev.polylogue.session.Care;
import dev.polylogue.session.Comparisons;
import dev.polylogue.settings.Presets;
import dev.polylogue.ui.fx.Background;
import dev.polylogue.ui.kit.Texts;
import dev.polylogue.ui.settings.Setup;
import dev.polylogue.ui.shell.Desk;
import dev.polylogue.ui.shell.LinkOpener;
import dev.polylogue.ui.shell.Services;
import dev.polylogue.ui.shell.Window;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.function.Consumer;
import javafx.stage.Stage;

/** One window on one data folder, from its opening to its closing. FX thread. */
final class Sitting {
  private record Opened(Workbench bench, Services services) {}

  private final Stage stage;
  private final Workbench bench;
  private final Background background;
  private final Desk desk;
  private final Window window;
  private volatile Runnable closing = () -> {};

  private Sitting(Stage stage, Workbench bench, Services services, Texts texts) {
    this.stage = stage;
    this.bench = bench;
    background = new Background();
    desk =
        new Desk(
            services,
            background,
            background.inOrder(),
            texts,
            Clock.system(ZoneId.systemDefault()));
    window = new Window(desk, services, background, texts, LinkOpener.desktopBrowser());
    stage.setScene(window.scene());
    desk.start();
  }

  /** Opens the data. Blocks. */
  interface Opening {
    Workbench open() throws Exception;
  }

  /**
   * Opens the data off the FX thread, then fills the stage.
   *
   * @param failed receives the reason when the data can't be opened
   */
  static void open(
      Opening opening,
      Stage stage,
      Texts texts,
      Consumer<Sitting> opened,
      Consumer<? super Exception> failed) {
    Background background = new Background();
    background.run(
        () -> {
          Workbench bench = opening.open();
          return new Opened(bench, services(bench));
        },
        ready -> {
          opened.accept(new Sitting(stage, ready.bench, ready.services, texts));
          background.act(ready.bench.providers()::warmUp, () -> {}, failed);
        },
        failed);
  }

  private static Services services(Workbench bench) {
    return new Services(
        new Services.Kept(
            bench.comparisons(),
            bench.votes(),
            bench.order(),
            bench.search(),
            bench.transfers(),
            bench.photos()),
        bench.compare(),
        bench.providers(),
        bench.settings(),
        new Setup(Presets.load(), Presets.retired(), bench.doctor(), bench.localServers()),
        Care.of(bench.home(), InstantSource.system()));
  }

  Desk desk() {
    return desk;
  }

  Window window() {
    return window;
  }

  Comparisons comparisons() {
    return bench.comparisons();
  }

  Stage stage() {
    return stage;
  }

  /** What else ends with it. */
  void onClose(Runnable action) {
    closing = action;
  }

  /** Hides the window at once, keeps what is unsaved, and ends what is live as interrupted. */
  void close(Runnable closed) {
    desk.close();
    window.close();
    stage.hide();
    Background last = new Background();
    last.act(this::letGo, closed, failure -> closed.run());
  }

  /** Ends everything but the window. Blocks, so not the FX thread. */
  void letGo() {
    closing.run();
    background.close();
    bench.close();
  }
}
