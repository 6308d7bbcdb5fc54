package dev.polylogue.app;

import dev.polylogue.app.SingleInstance.Claim;
import dev.polylogue.cli.Windows;
import dev.polylogue.ui.kit.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/**
 * The window on a desktop. Starts the toolkit, so only one call of {@link #open} or {@link #tour}
 * in the life of the process; any thread but the FX thread.
 */
public final class Desktop implements Windows {

  @Override
  public boolean hasDisplay() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    return system.contains("mac")
        || system.contains("win")
        || isSet("DISPLAY")
        || isSet("WAYLAND_DISPLAY");
  }

  private static boolean isSet(String variable) {
    String value = System.getenv(variable);
    return value != null && !value.isBlank();
  }

  @Override
  public int open(Path home) {
    Texts texts = new Texts(Locale.getDefault());
    return switch (SingleInstance.claim(home, new SecureRandom())) {
      case Claim.Mine mine -> open(home, mine.instance(), texts);
      case Claim.Shown() -> {
        System.out.println(texts.get("shell.open.already", home.toString()));
        yield 0;
      }
      case Claim.Held held -> {
        System.err.println(texts.get("shell.open.elsewhere", home.toString(), held.process()));
        yield 1;
      }
    };
  }

  private static int open(Path home, SingleInstance instance, Texts texts) {
    try (instance) {
      MainWindow window = new MainWindow(home, instance, texts);
      Platform.startup(window::show);
      int status = window.awaitEnd();
      Platform.exit();
      return status;
    }
  }

  @Override
  public int tour(@Nullable Path home, Path out) {
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    System.setProperty("java.awt.headless", "true");
    Platform.startup(() -> Platform.setImplicitExit(false));
    try {
      return home == null ? passingTour(out) : tourOf(home, out);
    } catch (IOException | UncheckedIOException e) {
      System.err.println("The tour found no room for its data: " + e.getMessage());
      return 1;
    } finally {
      Platform.exit();
    }
  }

  private static int passingTour(Path out) throws IOException {
    Path passing = Files.createTempDirectory("polylogue-tour");
    try {
      return tourOf(passing, out);
    } finally {
      delete(passing);
    }
  }

  private static int tourOf(Path home, Path out) {
    return new Tour(home, out, System.out, new Texts(Locale.getDefault())).run();
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
