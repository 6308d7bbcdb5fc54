package dev.polylogue.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code polylogue history generate}: a large history to measure with. */
@Command(
    name = "generate",
    mixinStandardHelpOptions = true,
    hidden = true,
    description = "Adds made-up comparisons to the history of a folder named with --home.")
final class HistoryGenerateCommand implements Callable<Integer> {
  private final Console console;

  @Option(names = "--messages", paramLabel = "N", required = true, description = "How many.")
  private long messages;

  @Option(names = "--seed", paramLabel = "S", description = "The same makes the same (default: 1).")
  private long seed = 1;

  HistoryGenerateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    if (!console.homeIsNamed()) {
      throw new IllegalArgumentException(
          "Name the data folder with --home, so that nothing made up gets among your own.");
    }
    if (messages < 1) {
      throw new IllegalArgumentException("--messages must be at least 1.");
    }
    try (Services services = console.open()) {
      services.generate().messages(messages, seed, this::tell);
    }
    return 0;
  }

  private void tell(long made) {
    if (!console.json()) {
      console.line(made + " messages");
      console.flush();
    }
  }
}
