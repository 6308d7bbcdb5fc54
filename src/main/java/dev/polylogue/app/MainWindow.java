package dev.polylogue.app;

import dev.polylogue.ui.kit.Sentences;
import dev.polylogue.ui.kit.Texts;
import dev.polylogue.ui.shell.BrokenView;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The window of the program: the workbench, or what keeps it from opening. FX thread. */
final class MainWindow {
  private final Path home;
  private final Texts texts;
  private final CompletableFuture<Integer> end = new CompletableFuture<>();
  private final AtomicReference<@Nullable Sitting> open = new AtomicReference<>();

  MainWindow(Path home, Texts texts) {
    this.home = home;
    this.texts = texts;
  }

  /**
   * Blocks until the window was closed and everything is stored. Not the FX thread.
   *
   * @return 0, or 1 when the data could not be opened
   */
  int awaitEnd() {
    return end.join();
  }

  void show() {
    Platform.setImplicitExit(false);
    Runtime.getRuntime().addShutdownHook(new Thread(this::killed, "killed"));
    Stage stage = stage(texts);
    Sitting.open(home, stage, texts, sitting -> opened(stage, sitting), this::broken);
  }

  static Stage stage(Texts texts) {
    Stage stage = new Stage();
    stage.setTitle(texts.get("app.name"));
    stage.setMinWidth(720);
    stage.setMinHeight(480);
    return stage;
  }

  private void opened(Stage stage, Sitting sitting) {
    open.set(sitting);
    stage.setOnCloseRequest(
        event -> {
          event.consume();
          close(sitting);
        });
    stage.show();
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

  private void broken(Exception trouble) {
    Stage stage = stage(texts);
    BrokenView view =
        new BrokenView(Sentences.of(trouble, texts), home.toString(), texts, () -> end.complete(1));
    stage.setScene(BrokenView.scene(view));
    stage.setOnCloseRequest(event -> end.complete(1));
    stage.show();
  }
}
