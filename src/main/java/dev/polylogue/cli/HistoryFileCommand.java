package dev.polylogue.cli;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code polylogue history file}: into a folder. */
@Command(
    name = "file",
    mixinStandardHelpOptions = true,
    description = "Puts comparisons into a folder.")
final class HistoryFileCommand implements Callable<Integer> {
  @Option(
      names = "--folder",
      required = true,
      paramLabel = "NAME",
      description = "Empty to take them out of theirs.")
  private String folder = "";

  @Parameters(paramLabel = "ID", arity = "1..*")
  private List<UUID> ids = List.of();

  private final Console console;

  HistoryFileCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    try (Services services = console.open()) {
      Chosen.check(services, ids);
      services.order().file(ids, folder);
    }
    return 0;
  }
}
