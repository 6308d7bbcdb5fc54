package dev.polylogue.session;

import dev.polylogue.history.HistoryException;
import dev.polylogue.history.HistoryStore;
import dev.polylogue.transfer.Archive;
import dev.polylogue.transfer.Report;
import dev.polylogue.transfer.Tally;
import dev.polylogue.transfer.incoming.Incoming;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/** Comparisons on their way out of the history into files, and back in. */
public final class Transfers {
  private final HistoryStore history;
  private final InstantSource clock;

  /** By the clock of the system. */
  public Transfers(HistoryStore history) {
    this(history, InstantSource.system());
  }

  /**
   * @param clock says when something was imported that does not say when it was
   */
  public Transfers(HistoryStore history, InstantSource clock) {
    this.history = history;
    this.clock = clock;
  }

  /**
   * What is to be written, and how.
   *
   * @param comparisons which; empty for all that are not in the trash
   * @param withExchanges whether what went over the wire, without keys, comes too; JSON only
   */
  public record Order(List<UUID> comparisons, ExportFormat format, boolean withExchanges) {
    public Order {
      comparisons = List.copyOf(comparisons);
    }
  }

  /**
   * What was written.
   *
   * @param missingFiles pictures and files that were not to be found in the data folder
   */
  public record Written(int comparisons, int missingFiles) {}

  /**
   * Writes to a stream, which stays open.
   *
   * @throws IllegalArgumentException when there is no such comparison; nothing was written
   * @throws java.io.InterruptedIOException when it was cancelled
   */
  public Written export(Order order, OutputStream out, TransferProgress progress)
      throws HistoryException, IOException {
    return new Export(history, order, progress).write(out);
  }

  /**
   * Writes a file: whole, or not at all (D09).
   *
   * @param overwrite whether a file of that name may be replaced
   * @throws FileAlreadyExistsException when it may not, and there is one
   */
  public Written export(Order order, Path file, boolean overwrite, TransferProgress progress)
      throws HistoryException, IOException {
    Path target = file.toAbsolutePath();
    if (!overwrite && Files.exists(target)) {
      throw new FileAlreadyExistsException(target.toString());
    }
    Export export = new Export(history, order, progress);
    Path folder = target.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new NoSuchFileException(String.valueOf(folder));
    }
    Path part = Files.createTempFile(folder, "." + target.getFileName() + "-", ".part");
    try {
      Written written;
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16)) {
        written = export.write(out);
      }
      put(part, target, overwrite);
      return written;
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static void put(Path part, Path target, boolean overwrite) throws IOException {
    if (overwrite) {
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    } else {
      Files.move(part, target);
    }
  }

  /**
   * Takes in our own JSON, or an export of ChatGPT or Claude. What is in the history already stays
   * as it is, so the same file once more changes nothing. One conversation that can't be taken in
   * does not stop the others.
   *
   * @return also when the file broke off or the import was cancelled: what came before stays
   * @throws IOException with a sentence when the file is a folder, or holds nothing that can be
   *     taken in
   */
  public Report importFile(Path file, TransferProgress progress)
      throws HistoryException, IOException {
    if (Files.isDirectory(file)) {
      throw new IOException(
          "%s is a folder. Name the file in it that holds the conversations, such as conversations.json; pictures that lie beside that come too."
              .formatted(file));
    }
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(file.toString());
    }
    Tally tally = new Tally();
    Import receiver = new Import(history, tally, clock.instant(), Files.size(file), progress);
    String ending = "";
    try {
      new Incoming(receiver, tally, Archive.Limits.USUAL).read(file);
    } catch (IOException e) {
      if (tally.report("").conversations().found() == 0 && !receiver.isCancelled()) {
        throw e;
      }
      ending = String.valueOf(e.getMessage());
    } finally {
      receiver.settle();
    }
    return tally.report(ending);
  }
}
