package dev.polylogue.cli;

import dev.polylogue.session.Forgotten;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code polylogue history purge}: forgets for good. */
@Command(
    name = "purge",
    mixinStandardHelpOptions = true,
    description =
        "Forgets comparisons for good. Backups, histories and files that were put aside before still hold them; those that can be known are named.")
final class HistoryPurgeCommand implements Callable<Integer> {
  @Parameters(paramLabel = "ID", arity = "1..*")
  private List<UUID> ids = List.of();

  @Option(names = "--yes", description = "Also what is not in the trash.")
  private boolean yes;

  private final Console console;

  HistoryPurgeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    try (Services services = console.open()) {
      Chosen.check(services, ids);
      for (UUID id : ids) {
        if (!yes && services.order().isListed(id)) {
          throw new IllegalArgumentException(
              "Comparison %s is not in the trash, so nothing was forgotten. Move it there first, or say --yes."
                  .formatted(id));
        }
      }
      Forgotten forgotten = services.order().forget(ids);
      if (!forgotten.clean()) {
        console.complain(
            "They are deleted. Some of what they held stays on the disk until every other program that"
                + " uses the history has ended.");
      }
      for (Path aside : forgotten.aside()) {
        console.complain(
            "What was put aside there still holds some of it, or may: %s. Delete that folder to be rid of it there too."
                .formatted(Plain.text(aside.toString())));
      }
      Forgotten.Copies copies = forgotten.copies();
      if (copies.count() > 0) {
        console.complain(
            "Backups that hold them still: %d, in %s. They go with time, or when you delete them there."
                .formatted(copies.count(), Plain.text(copies.place().toString())));
      }
    }
    if (!console.json()) {
      console.line("Forgot %d for good.".formatted(ids.size()));
    }
    return 0;
  }
}
