package dev.polylogue;

import dev.polylogue.app.AppPaths;
import dev.polylogue.app.Benches;
import dev.polylogue.app.Desktop;
import dev.polylogue.cli.Root;
import dev.polylogue.cli.Terminal;
import java.nio.file.Path;

/** Starts the program: a command of the command line, or the window. */
public final class Polylogue {
  private Polylogue() {}

  /** Entry point. */
  public static void main(String[] arguments) {
    Path home =
        AppPaths.data(
            System::getenv,
            System.getProperty("os.name"),
            Path.of(System.getProperty("user.home")));
    System.exit(Root.run(arguments, home, new Benches(), new Desktop(), Terminal.standard()));
  }
}
