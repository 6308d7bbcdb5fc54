package dev.polylogue.cli;

import dev.polylogue.history.Contents;
import dev.polylogue.history.HistoryException;
import dev.polylogue.history.Restorer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code polylogue history restore}. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description = {
      "Puts a backup in the place of the history, which is kept aside.",
      "With --empty an empty history instead.",
      "Without --yes it only says what that would mean."
    })
final class HistoryRestoreCommand implements Callable<Integer> {
  private static final int MOST_TITLES = 10;
  private static final String DATABASE = "polylogue.db";

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "A backup, or a history that was put aside, or its folder.")
  private @Nullable Path file;

  @Option(names = "--empty", description = "Start with an empty history.")
  private boolean empty;

  @Option(names = "--yes", description = "Does it.")
  private boolean yes;

  private final Console console;

  HistoryRestoreCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    Restorer restorer = console.care().restorer();
    if (empty == (file != null)) {
      throw new IllegalArgumentException("Name a backup to restore, or --empty.");
    }
    if (file == null) {
      return empty(restorer);
    }
    Path inside = file.resolve(DATABASE);
    return restore(restorer, Files.isRegularFile(inside) ? inside : file);
  }

  private int empty(Restorer restorer) throws HistoryException {
    Path aside = yes ? restorer.startEmpty() : null;
    if (console.json()) {
      console.print(
          Jsons.object()
              .put("restored", yes)
              .put("replaced", aside == null ? null : aside.toString()));
    } else if (aside == null) {
      console.line(
          "Nothing was changed. With --yes the next start begins with an empty history; what there is of the present one is kept aside, with its pictures and files.");
    } else {
      console.line("The next start begins with an empty history.");
      tellKept(aside);
    }
    return 0;
  }

  private int restore(Restorer restorer, Path file) throws HistoryException {
    Restorer.Preview preview = restorer.preview(file);
    if (!console.json()) {
      tell(preview);
    }
    if (!yes) {
      if (console.json()) {
        console.print(json(preview).put("restored", false));
      } else {
        console.line("Nothing was changed. Add --yes to restore it.");
      }
      return 0;
    }
    Restorer.Restored restored = restorer.restore(file);
    Path aside = restored.aside();
    if (console.json()) {
      ObjectNode node = json(preview).put("restored", true);
      node.put("replaced", aside == null ? null : aside.resolve(DATABASE).toString());
      console.print(node);
    } else {
      tell(aside);
    }
    return restored.missing() == 0 ? 0 : 1;
  }

  private void tell(@Nullable Path aside) {
    console.line("Restored.");
    if (aside != null) {
      tellKept(aside);
    }
  }

  private void tellKept(Path aside) {
    Path database = aside.resolve(DATABASE);
    if (!Files.exists(database)) {
      console.line("What was there is kept in %s.".formatted(aside));
    } else if (Restorer.wasDamaged(aside)) {
      console.line("What was there is damaged, and is kept in %s.".formatted(aside));
    } else {
      console.line(
          "What was there before is kept. To bring it back: polylogue history restore --yes \"%s\""
              .formatted(database));
    }
  }

  private void tell(Restorer.Preview preview) {
    console.line("In the file: " + words(preview.there()) + newest(preview.there()) + ".");
    Contents here = preview.here();
    if (here != null) {
      console.line("There now:   " + words(here) + newest(here) + ".");
    } else {
      console.line(unread(console.home().resolve(DATABASE)));
    }
    int lost = preview.onlyHere().size();
    if (lost > 0) {
      console.line("Not in the file, or not as long there: " + count(lost, "comparison"));
      preview.onlyHere().stream()
          .limit(MOST_TITLES)
          .forEach(
              title -> console.line("  " + Plain.line(title.isEmpty() ? "(untitled)" : title)));
      if (lost > MOST_TITLES) {
        console.line("  … and %d more".formatted(lost - MOST_TITLES));
      }
    }
    if (preview.missing() > 0) {
      console.complain("%d pictures or files are not in the backup.".formatted(preview.missing()));
    }
  }

  private String unread(Path now) {
    try {
      return Files.size(now) == 0
          ? "There now:   nothing yet."
          : "The history that is there now can't be read.";
    } catch (NoSuchFileException e) {
      return "There is no history in %s yet.".formatted(console.home());
    } catch (IOException e) {
      return "The history that is there now can't be read.";
    }
  }

  private static ObjectNode json(Restorer.Preview preview) {
    ObjectNode node = Jsons.object().put("file", preview.file().toString());
    put(node.putObject("there"), preview.there());
    Contents here = preview.here();
    if (here == null) {
      node.putNull("here");
    } else {
      put(node.putObject("here"), here);
    }
    ArrayNode titles = node.putArray("onlyHere");
    preview.onlyHere().forEach(titles::add);
    return node.put("missing", preview.missing());
  }

  static void put(ObjectNode node, Contents contents) {
    node.put("schema", contents.schema());
    node.put("comparisons", contents.comparisons());
    node.put("turns", contents.turns());
    node.put("replies", contents.replies());
    node.put("files", contents.pictures());
    Contents.Newest newest = contents.newest();
    node.put("newest", newest == null ? null : newest.usedAt().toString());
  }

  static String words(Contents contents) {
    return String.join(
        ", ",
        count(contents.comparisons(), "comparison"),
        count(contents.turns(), "prompt"),
        count(contents.replies(), "answer"),
        count(contents.pictures(), "file"));
  }

  private static String count(int count, String word) {
    return count + " " + word + (count == 1 ? "" : "s");
  }

  private static String newest(Contents contents) {
    Contents.Newest newest = contents.newest();
    return newest == null
        ? ""
        : ", the newest from %s (%s)".formatted(newest.usedAt(), Plain.line(newest.title()));
  }
}
