package dev.polylogue.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code polylogue tour}: drives the real window without a display and saves pictures of it. */
@Command(
    name = "tour",
    mixinStandardHelpOptions = true,
    description = "Drives the real window without a display and saves pictures of it.")
final class TourCommand implements Callable<Integer> {
  @Option(names = "--out", paramLabel = "DIR", required = true, description = "For the pictures.")
  private Path out = Path.of(".");

  private final Console console;
  private final Windows windows;

  TourCommand(Console console, Windows windows) {
    this.console = console;
    this.windows = windows;
  }

  @Override
  public Integer call() {
    return windows.tour(console.homeIsNamed() ? console.home() : null, out);
  }
}
