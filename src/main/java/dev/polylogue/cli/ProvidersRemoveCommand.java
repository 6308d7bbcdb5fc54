package dev.polylogue.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code polylogue providers remove}. */
@Command(
    name = "remove",
    mixinStandardHelpOptions = true,
    description = "Forgets a provider and its key. Its replies stay in the history.")
final class ProvidersRemoveCommand implements Callable<Integer> {
  @Parameters(paramLabel = "ID")
  private String id = "";

  private final Console console;

  ProvidersRemoveCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    try (Services services = console.open()) {
      if (!services.providers().remove(id)) {
        throw new IllegalArgumentException(
            "There is no provider \"%s\" that could be removed.".formatted(id));
      }
    }
    if (console.json()) {
      console.print(Jsons.object().put("id", id).put("removed", true));
    } else {
      console.line("Removed " + id);
    }
    return 0;
  }
}
