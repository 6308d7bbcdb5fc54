package dev.polylogue.app;

import dev.polylogue.ui.fx.Onstage;
import dev.polylogue.ui.kit.Texts;
import dev.polylogue.ui.shell.Desk;
import dev.polylogue.ui.shell.Window;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The window of the program as a user has it, in this process. Not for the FX thread. */
public final class BenchWindow implements AutoCloseable {
  private final Sitting sitting;

  private BenchWindow(Sitting sitting) {
    this.sitting = sitting;
  }

  /** Returns once its list stands and a comparison is open. The toolkit runs already. */
  public static BenchWindow open(Path home) throws Exception {
    Sitting sitting = Guide.sit(home, new Texts(Locale.ENGLISH), 1440, 900);
    Onstage.await(() -> isInteractive(sitting), 30_000);
    return new BenchWindow(sitting);
  }

  private static boolean isInteractive(Sitting sitting) {
    return sitting.desk().chat().openedProperty().get() != null
        && !sitting.desk().history().rows().isEmpty();
  }

  Sitting sitting() {
    return sitting;
  }

  public Desk desk() {
    return sitting.desk();
  }

  public Window window() {
    return sitting.window();
  }

  @Override
  public void close() throws Exception {
    CompletableFuture<Boolean> closed = new CompletableFuture<>();
    Onstage.call(
        () -> {
          sitting.close(() -> closed.complete(true));
          return true;
        });
    closed.get(60, TimeUnit.SECONDS);
  }
}
