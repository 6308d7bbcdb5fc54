package dev.polylogue.app;

import dev.polylogue.history.HistoryException;
import dev.polylogue.session.Care;
import dev.polylogue.ui.fx.Background;
import dev.polylogue.ui.kit.Buttons;
import dev.polylogue.ui.kit.Sentences;
import dev.polylogue.ui.kit.Texts;
import dev.polylogue.ui.shell.LinkOpener;
import dev.polylogue.ui.shell.RescueView;
import dev.polylogue.ui.shell.RescueViewModel;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The window of the program: the workbench, or what keeps it from opening. FX thread. */
final class MainWindow {
  private final Path home;
  private final Texts texts;
  private final CompletableFuture<Integer> end = new CompletableFuture<>();
  private final AtomicReference<@Nullable Sitting> open = new AtomicReference<>();

  private final SingleInstance instance;
  private final Background rescuing = new Background();
  private final Siesta siesta = new Siesta();
  private @Nullable Stage shown;

  /**
   * @param instance says that this is the window of the data folder
   */
  MainWindow(Path home, SingleInstance instance, Texts texts) {
    this.home = home;
    this.instance = instance;
    this.texts = texts;
  }

  /**
   * Blocks until the window was closed and everything is stored. Not the FX thread.
   *
   * @return 0, or 1 when the data could not be opened
   */
  int awaitEnd() {
    try (siesta) {
      return end.join();
    }
  }

  void show() {
    Platform.setImplicitExit(false);
    Runtime.getRuntime().addShutdownHook(new Thread(this::killed, "killed"));
    instance.onShow(() -> Platform.runLater(this::comeForward));
    siesta.begin();
    open("");
  }

  /**
   * @param notice is said once the window is open
   */
  private void open(String notice) {
    open(
        () -> {
          if (!(instance.claim() instanceof SingleInstance.Claim.Mine)) {
            throw new IOException(texts.get("shell.open.already", home.toString()));
          }
          return Workbench.openForWindow(home);
        },
        notice);
  }

  private void open(Sitting.Opening opening, String notice) {
    Stage before = shown;
    Stage stage = stage(texts);
    Sitting.open(
        opening,
        stage,
        texts,
        sitting -> {
          opened(stage, sitting, notice);
          takePlaceOf(before, stage);
        },
        trouble -> takePlaceOf(before, broken(trouble)));
  }

  private void takePlaceOf(@Nullable Stage before, Stage stage) {
    shown = stage;
    if (before != null) {
      before.hide();
    }
  }

  private void comeForward() {
    Stage stage = shown;
    if (stage != null && stage.getScene() != null) {
      stage.setIconified(false);
      stage.show();
      stage.toFront();
      stage.requestFocus();
    }
  }

  static Stage stage(Texts texts) {
    Stage stage = new Stage();
    stage.setTitle(texts.get("app.name"));
    stage.setMinWidth(720);
    stage.setMinHeight(480);
    return stage;
  }

  private void opened(Stage stage, Sitting sitting, String notice) {
    open.set(sitting);
    Care care = Care.of(home, InstantSource.system());
    tell(sitting, notice, care);
    sitting.desk().rescue().onReplace(way -> replace(sitting, way));
    if (sitting.comparisons().unwritable().isEmpty()) {
      Nightwatch watch =
          Nightwatch.begin(care, failure -> Platform.runLater(() -> unsaved(sitting, failure)));
      sitting.onClose(watch::close);
    }
    stage.setOnCloseRequest(
        event -> {
          event.consume();
          close(sitting);
        });
    stage.show();
  }

  /** What is remarked of the history is said again at the next start, unless it is dismissed. */
  private void tell(Sitting sitting, String notice, Care care) {
    String remark = sitting.comparisons().remark();
    sitting
        .desk()
        .shell()
        .notice(
            (notice + "\n" + remark).strip(),
            () ->
                rescuing.run(
                    () -> {
                      care.doctor().acknowledge();
                      return remark;
                    },
                    said -> {},
                    failure -> {}));
  }

  private void close(Sitting sitting) {
    if (open.compareAndSet(sitting, null)) {
      sitting.close(() -> end.complete(0));
    }
  }

  /** The system ends the program: what is live is stored as interrupted (T32). */
  private void killed() {
    Sitting sitting = open.getAndSet(null);
    if (sitting != null) {
      sitting.letGo();
    }
  }

  private void unsaved(Sitting sitting, HistoryException failure) {
    sitting.desk().shell().notice(texts.get("health.nobackup", failure.getMessage()));
  }

  /** Closes the history, does what wants nobody to use it, and opens it again. */
  private void replace(Sitting sitting, Callable<String> way) {
    if (open.compareAndSet(sitting, null)) {
      sitting.close(
          () -> rescuing.run(way, this::open, failure -> open(Sentences.of(failure, texts))));
    }
  }

  private Stage broken(Exception trouble) {
    Stage stage = stage(texts);
    RescueViewModel rescue =
        new RescueViewModel(
            trouble, Care.of(home, InstantSource.system()), rescuing, texts, new Room());
    Runnable show = LinkOpener.folder(home, LinkOpener.desktopBrowser(), rescuing);
    Button quit = Buttons.words(texts.get("shell.broken.quit"), () -> end.complete(1));
    RescueView view =
        new RescueView(
            rescue,
            new RescueView.Frame(
                texts.get("shell.broken.title"),
                texts.get("shell.broken.folder", home.toString()),
                show,
                quit),
            texts);
    stage.setScene(view.scene());
    stage.setOnCloseRequest(event -> end.complete(1));
    stage.show();
    return stage;
  }

  /** Nobody uses the history here: nothing has to be closed first. */
  private final class Room implements RescueViewModel.Room {
    @Override
    public void go(Callable<String> way, Consumer<? super Exception> failed) {
      rescuing.run(way, MainWindow.this::open, failed);
    }

    @Override
    public void read(HistoryException trouble) {
      open(() -> Workbench.openForReading(home, trouble), "");
    }
  }
}
