package dev.polylogue.cli;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code polylogue history untrash}: out of the trash. */
@Command(
    name = "untrash",
    mixinStandardHelpOptions = true,
    description = "Takes comparisons out of the trash.")
final class HistoryUntrashCommand implements Callable<Integer> {
  @Parameters(paramLabel = "ID", arity = "1..*")
  private List<UUID> ids = List.of();

  private final Console console;

  HistoryUntrashCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    try (Services services = console.open()) {
      Chosen.check(services, ids);
      services.order().restore(ids);
    }
    return 0;
  }
}
