package dev.polylogue.cli;

import dev.polylogue.history.Restorer;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/** {@code polylogue history salvage}. */
@Command(
    name = "salvage",
    mixinStandardHelpOptions = true,
    description = {
      "Makes a new history of what can still be read of a damaged one, which is kept aside.",
      "Without --yes it only says what it would do."
    })
final class HistorySalvageCommand implements Callable<Integer> {
  @Option(names = "--yes", description = "Does it.")
  private boolean yes;

  private final Console console;

  HistorySalvageCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    if (!yes) {
      console.line(
          "Nothing was changed. With --yes, what can be read becomes a new history, and the damaged one is kept aside. A backup may hold more: polylogue history backup --list.");
      return 0;
    }
    Restorer.Restored saved = console.care().restorer().salvage();
    if (console.json()) {
      console.print(json(saved));
    } else {
      tell(saved);
    }
    return saved.allLost() == 0 && saved.missing() == 0 ? 0 : 1;
  }

  private static ObjectNode json(Restorer.Restored saved) {
    Path aside = saved.aside();
    ObjectNode node = Jsons.object().put("salvaged", true);
    HistoryRestoreCommand.put(node.putObject("contents"), saved.contents());
    ObjectNode lost = node.putObject("lost");
    saved.lost().forEach(lost::put);
    node.put("missing", saved.missing());
    return node.put("replaced", aside == null ? null : aside.resolve("polylogue.db").toString());
  }

  private void tell(Restorer.Restored saved) {
    console.line("Saved: %s.".formatted(HistoryRestoreCommand.words(saved.contents())));
    if (saved.allLost() > 0) {
      console.line("Places that could not be read: %d.".formatted(saved.allLost()));
    }
    if (saved.missing() > 0) {
      console.line("Pictures or files that are missing: %d.".formatted(saved.missing()));
    }
    if (saved.aside() != null) {
      console.line("The damaged history is kept in %s.".formatted(saved.aside()));
    }
  }
}
