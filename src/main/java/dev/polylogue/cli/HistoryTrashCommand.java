package dev.polylogue.cli;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code polylogue history trash}: into the trash. */
@Command(
    name = "trash",
    mixinStandardHelpOptions = true,
    description = "Moves comparisons to the trash, where they stay for 30 days.")
final class HistoryTrashCommand implements Callable<Integer> {
  @Parameters(paramLabel = "ID", arity = "1..*")
  private List<UUID> ids = List.of();

  private final Console console;

  HistoryTrashCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    try (Services services = console.open()) {
      Chosen.check(services, ids);
      services.order().trash(ids);
    }
    if (!console.json()) {
      console.line("Moved %d to the trash, for 30 days.".formatted(ids.size()));
    }
    return 0;
  }
}
