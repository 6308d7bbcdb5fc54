package dev.polylogue.cli;

import dev.polylogue.conversation.ComparisonKind;
import dev.polylogue.history.HistoryException;
import dev.polylogue.session.ExportFormat;
import dev.polylogue.session.TransferProgress;
import dev.polylogue.session.Transfers;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code polylogue history export}: to standard output, or to a file that is whole or not there.
 */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "Writes comparisons as JSON that can be imported again, or as pages to read.")
final class HistoryExportCommand implements Callable<Integer> {
  @Parameters(paramLabel = "ID", arity = "0..*", description = "One comparison, or several.")
  private List<UUID> ids = new ArrayList<>();

  @Option(names = "--all", description = "Every comparison that is not in the trash.")
  private boolean all;

  @Option(
      names = "--format",
      paramLabel = "json|markdown|html|csv",
      defaultValue = "json",
      description = "Only JSON holds everything. CSV holds the figures, a row for each reply.")
  private String format = "json";

  @Option(names = "--out", paramLabel = "FILE", description = "Instead of standard output.")
  private @Nullable Path file;

  @Option(names = "--force", description = "Replace the file if it is there.")
  private boolean force;

  @Option(
      names = "--with-exchanges",
      description = "With what went over the wire, without keys; JSON only.")
  private boolean exchanges;

  private final Console console;

  HistoryExportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    if (all != ids.isEmpty()) {
      throw new IllegalArgumentException("Name comparisons by their ID, or say --all.");
    }
    Transfers.Order order = new Transfers.Order(ids, format(), exchanges);
    try (Services services = console.openForReading()) {
      Transfers.Written written =
          file == null
              ? services.transfers().export(order, console.out(), TransferProgress.NONE)
              : toFile(services.transfers(), order, file);
      if (written.missingFiles() > 0) {
        console.complain(
            "%d pictures or files were missing from the data folder or damaged; their names are in the export."
                .formatted(written.missingFiles()));
      }
      if (all) {
        tellLeftOut(services, order);
      }
    }
    return 0;
  }

  private void tellLeftOut(Services services, Transfers.Order order) throws HistoryException {
    int trashed = 0;
    for (ComparisonKind kind : ComparisonKind.values()) {
      trashed += services.order().drawers(kind).trashed();
    }
    List<String> left = new ArrayList<>();
    if (trashed > 0) {
      left.add("%d in the trash".formatted(trashed));
    }
    if (order.format() != ExportFormat.JSON) {
      left.add("all that only JSON holds");
    } else if (!exchanges) {
      left.add("what went over the wire (--with-exchanges)");
    }
    if (!left.isEmpty()) {
      console.complain("Left out: %s.".formatted(String.join(", ", left)));
    }
  }

  private Transfers.Written toFile(Transfers transfers, Transfers.Order order, Path target)
      throws Exception {
    try {
      Transfers.Written written = transfers.export(order, target, force, TransferProgress.NONE);
      if (console.json()) {
        console.print(
            Jsons.object()
                .put("file", target.toAbsolutePath().toString())
                .put("comparisons", written.comparisons())
                .put("missingFiles", written.missingFiles()));
      }
      return written;
    } catch (FileAlreadyExistsException e) {
      throw new IllegalArgumentException(
          "%s is there already; it was not touched. Say --force to replace it, or name another file."
              .formatted(target),
          e);
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException(
          "%s can't be written: its folder is not there.".formatted(target), e);
    } catch (IOException e) {
      throw new IOException(
          "%s can't be written: %s. Nothing was left behind.".formatted(target, e.getMessage()), e);
    }
  }

  private ExportFormat format() {
    return ExportFormat.named(format)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no format \"%s\"; there are json, markdown, html and csv."
                        .formatted(format)));
  }
}
