package dev.polylogue.cli;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code polylogue history pin}: at the top of the list. */
@Command(
    name = "pin",
    mixinStandardHelpOptions = true,
    description = "Keeps comparisons at the top of the list.")
final class HistoryPinCommand implements Callable<Integer> {
  @Option(names = "--off", description = "No longer.")
  private boolean off;

  @Parameters(paramLabel = "ID", arity = "1..*")
  private List<UUID> ids = List.of();

  private final Console console;

  HistoryPinCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    try (Services services = console.open()) {
      Chosen.check(services, ids);
      services.order().pin(ids, !off);
    }
    return 0;
  }
}
