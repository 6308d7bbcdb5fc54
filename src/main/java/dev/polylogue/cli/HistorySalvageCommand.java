package dev.polylogue.cli;

import dev.polylogue.history.Loss;
import dev.polylogue.history.Losses;
import dev.polylogue.history.LostMessage;
import dev.polylogue.history.Restorer;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code polylogue history salvage}. */
@Command(
    name = "salvage",
    mixinStandardHelpOptions = true,
    description = {
      "Makes a new history of what can still be read of a damaged one, which is kept aside.",
      "Without --yes it only says what that would save."
    })
final class HistorySalvageCommand implements Callable<Integer> {
  private static final int MOST_NAMED = 50;

  @Option(names = "--yes", description = "Does it.")
  private boolean yes;

  private final Console console;

  HistorySalvageCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    Restorer restorer = console.care().restorer();
    Restorer.Restored saved = yes ? restorer.salvage() : restorer.trySalvage();
    if (console.json()) {
      console.print(json(saved));
    } else {
      tell(saved);
    }
    return saved.isWhole() || !yes ? 0 : 1;
  }

  private ObjectNode json(Restorer.Restored saved) {
    Path aside = saved.aside();
    ObjectNode node = Jsons.object().put("salvaged", yes);
    HistoryRestoreCommand.put(node.putObject("contents"), saved.contents());
    ObjectNode lost = node.putObject("lost");
    ArrayNode uncounted = node.putArray("lostUncounted");
    for (Loss loss : saved.losses().rows()) {
      lost.put(loss.table(), loss.rows());
      if (!loss.isAll()) {
        uncounted.add(loss.table());
      }
    }
    ArrayNode messages = node.putArray("lostMessages");
    for (LostMessage message : saved.losses().messages()) {
      messages
          .addObject()
          .put("role", message.role().word())
          .put("title", message.title())
          .put("model", message.model())
          .put("at", message.at() == null ? null : message.at().toString());
    }
    ObjectNode guessed = node.putObject("guessed");
    new TreeMap<>(saved.losses().guessed())
        .forEach((what, count) -> guessed.put(what.word(), count));
    Losses.Changed changed = saved.losses().changed();
    node.putObject("changed")
        .put("messages", changed.count())
        .put("backup", path(changed.backup()));
    node.put("fetched", saved.losses().fetched());
    node.put("missing", saved.missing());
    return node.put("replaced", path(aside == null ? null : aside.resolve("polylogue.db")));
  }

  private static @Nullable String path(@Nullable Path path) {
    return path == null ? null : path.toString();
  }

  private void tell(Restorer.Restored saved) {
    String words = HistoryRestoreCommand.words(saved.contents());
    console.line((yes ? "Saved: %s." : "Would be saved: %s.").formatted(words));
    if (!saved.losses().rows().isEmpty()) {
      List<String> rows = saved.losses().rows().stream().map(Loss::words).toList();
      console.line("Could not be saved: %s.".formatted(String.join(", ", rows)));
    }
    new TreeMap<>(saved.losses().guessed())
        .forEach((what, count) -> console.line(what.sentence(count)));
    tellChanged(saved.losses().changed());
    if (saved.losses().fetched() > 0) {
      console.line(
          "Messages whose words are lost here and came from backups: %d."
              .formatted(saved.losses().fetched()));
    }
    int lost = saved.losses().messages().size();
    if (lost > 0) {
      console.line("Messages whose words are lost, as far as is known: %d.".formatted(lost));
      saved.losses().messages().stream()
          .limit(MOST_NAMED)
          .forEach(message -> console.line("  " + Plain.line(message.words())));
      if (lost > MOST_NAMED) {
        console.line("  … and %d more; --json names all".formatted(lost - MOST_NAMED));
      }
    }
    if (saved.missing() > 0) {
      console.line("Pictures or files that are missing: %d.".formatted(saved.missing()));
    }
    if (saved.aside() != null) {
      console.line("The damaged history is kept in %s.".formatted(saved.aside()));
    }
    if (!yes) {
      console.line(
          "Nothing was changed. With --yes it becomes the history, and the damaged one is kept aside. A backup may hold more: polylogue history backup --list.");
    }
  }

  private void tellChanged(Losses.Changed changed) {
    if (changed.count() > 0) {
      Path backup = changed.backup();
      console.line(
          "Messages that say something else than when they were stored: %d. They stay as they are; %s."
              .formatted(
                  changed.count(),
                  backup == null
                      ? "no backup beside the history has other words"
                      : "%s has other words".formatted(backup)));
    }
  }
}
