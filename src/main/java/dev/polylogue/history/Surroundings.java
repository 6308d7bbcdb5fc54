package dev.polylogue.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What about the place of a data folder is a danger to it (D13, D14). */
final class Surroundings {
  private static final Set<String> NETWORK =
      Set.of(
          "nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "afpfs", "webdav", "fuse.sshfs");

  /** Lower case parts of names of folders that a program keeps the same on several computers. */
  private static final List<String> SYNCHRONISED =
      List.of("dropbox", "onedrive", "google drive", "googledrive", "icloud", "nextcloud");

  /** What the owner of a history there is told once, and whenever it is examined. */
  static final String ON_NETWORK =
      "The data folder is on a network drive, where locks can't be relied on. Use it from one"
          + " computer only, or move it to a disk of this one.";

  private Surroundings() {}

  /** Sentences. */
  static List<String> dangers(Path folder) {
    List<String> dangers = new ArrayList<>();
    if (isOnNetwork(folder)) {
      dangers.add(ON_NETWORK);
    }
    for (Path part : folder.toAbsolutePath().normalize()) {
      String name = part.toString().toLowerCase(Locale.ROOT);
      if (SYNCHRONISED.stream().anyMatch(name::contains)) {
        dangers.add(
            "The data folder is in %s, which a program synchronises with other computers. It may replace the history while it is in use: move the folder elsewhere, and let backups go there instead."
                .formatted(part));
        break;
      }
    }
    for (Path copy : conflicts(folder)) {
      dangers.add(
          "%s looks like a second history that a synchronising program made of this one."
              .formatted(copy));
    }
    return dangers;
  }

  static boolean isOnNetwork(Path folder) {
    try {
      return isNetwork(Files.getFileStore(folder).type());
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * @param type of a file store, in the words of the system
   */
  static boolean isNetwork(String type) {
    return NETWORK.contains(type.toLowerCase(Locale.ROOT));
  }

  private static List<Path> conflicts(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(
              file ->
                  String.valueOf(file.getFileName())
                      .toLowerCase(Locale.ROOT)
                      .matches("polylogue.*(conflict|\\(\\d+\\)).*"))
          .sorted()
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
