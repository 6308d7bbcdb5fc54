package dev.polylogue.history;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the owner of a history has to know, such as that words may be lost. It is kept in the data
 * folder, and told by every program that opens the history, until somebody says that they know; no
 * backup goes until then. Any thread; every call blocks.
 */
final class Alarm {
  /** What comes of one that is about words. */
  static final String KEEPING = "All backups are kept until you say that you know this.";

  static final String INDEX_ANEW =
      "Words are gone of which only the index for searching told. That was damaged, and was made anew so that something could be stored; a backup may have them.";

  private final DataFolder folder;

  Alarm(DataFolder folder) {
    this.folder = folder;
  }

  /**
   * What there is to be told after a salvage with losses.
   *
   * @param aside where the damaged history lies
   */
  static String salvaged(@Nullable Path aside) {
    return "When the history was salvaged, not all of it could be saved as it was. The damaged one is kept in %s, and a backup may have what is lost. "
            .formatted(aside)
        + KEEPING;
  }

  /**
   * What there is to be told of messages that another hand changed.
   *
   * @param before in which they are as they were
   */
  static String rewritten(Backup before) {
    return "Messages were changed by another hand. %s still has them as they were; \"polylogue history verify\" says more. "
            .formatted(before.file())
        + KEEPING;
  }

  /** In whole sentences, one paragraph for each alarm; or empty. */
  String words() throws HistoryException {
    try {
      return Files.readString(folder.alarm()).strip();
    } catch (NoSuchFileException e) {
      return "";
    } catch (IOException e) {
      throw new Trouble(folder.alarm()).of(e);
    }
  }

  /** Beside what there is to be told already, and once. */
  void raise(String words) throws IOException, HistoryException {
    Path file = folder.alarm();
    if (words().contains(words)) {
      return;
    }
    try (FileChannel channel =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND),
            folder.fileAttributes())) {
      channel.write(StandardCharsets.UTF_8.encode(words + "\n"));
      channel.force(true);
    }
  }

  /** Somebody knows. */
  void acknowledge() throws HistoryException {
    try {
      Files.deleteIfExists(folder.alarm());
    } catch (IOException e) {
      throw new Trouble(folder.alarm()).of(e);
    }
  }
}
