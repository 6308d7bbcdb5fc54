package dev.polylogue.cli;

import dev.polylogue.history.Backup;
import dev.polylogue.history.Backups;
import dev.polylogue.history.HistoryException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code polylogue history backup}. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description = "Makes a verified copy of the history with its pictures and files.")
final class HistoryBackupCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "Everything in one file; without it, a backup is added to those kept.")
  private @Nullable Path file;

  @Option(names = "--force", description = "Replace FILE if it is an older backup.")
  private boolean force;

  @Option(names = "--list", description = "Only says which backups are kept.")
  private boolean list;

  private final Console console;

  HistoryBackupCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    Backups backups = console.care().backups();
    if (list) {
      List<Backup> unreadable = backups.unreadable();
      backups.all().forEach(backup -> print(backup, !unreadable.contains(backup)));
      return 0;
    }
    console.care().doctor().refuseForeignLog();
    Backups.Made made = file == null ? backups.make() : in(backups, file);
    if (console.json()) {
      ObjectNode node = Jsons.object().put("file", made.file().toString());
      HistoryRestoreCommand.put(node, made.contents());
      node.put("missing", made.missing());
      node.put("indexMadeAnew", made.indexMadeAnew());
      node.put("wordsMissing", made.wordsMissing());
      ArrayNode unreadable = node.putArray("unreadable");
      made.unreadable().forEach(backup -> unreadable.add(backup.file().toString()));
      console.print(node);
    } else {
      console.line(
          "Backed up to %s: %s."
              .formatted(made.file(), HistoryRestoreCommand.words(made.contents())));
    }
    if (made.indexMadeAnew()) {
      console.complain(
          "The index for searching is damaged. In the backup it was made anew; here it is, too, as soon as something is looked for.");
    }
    if (made.missing() > 0) {
      console.complain(
          "%d pictures or files are missing or damaged and could not be backed up. \"polylogue history verify\" names them."
              .formatted(made.missing()));
    }
    if (made.wordsMissing()) {
      console.complain(
          "Words are missing in the history or were changed by another hand, and so in this backup: older backups are kept, since they may have them. \"polylogue history verify\" says more.");
    }
    made.warning().ifPresent(console::complain);
    return made.missing() == 0 ? 0 : 1;
  }

  private Backups.Made in(Backups backups, Path target) throws HistoryException {
    try {
      return backups.makeIn(target, force);
    } catch (FileAlreadyExistsException e) {
      throw new IllegalArgumentException(
          "%s is there already; it was not touched. Say --force to replace it, or name another file."
              .formatted(target),
          e);
    }
  }

  private void print(Backup backup, boolean readable) {
    if (console.json()) {
      ObjectNode node = Jsons.object().put("file", backup.file().toString());
      console.print(node.put("takenAt", backup.takenAt().toString()).put("readable", readable));
    } else {
      String mark = readable ? "" : "  (can't be read)";
      console.line(backup.takenAt() + "  " + backup.file() + mark);
    }
  }
}
