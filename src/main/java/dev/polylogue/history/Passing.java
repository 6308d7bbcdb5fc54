package dev.polylogue.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Copies of pictures that lie in the data folder for a while: on their way to a provider, or lent
 * to another program in a folder with the name of their comparison.
 */
final class Passing {
  private final Path folder;

  Passing(Path folder) {
    this.folder = folder;
  }

  /** All that is there, of whichever program. */
  List<Path> files() throws IOException {
    return below(folder);
  }

  /** Those that may be of any comparison. */
  boolean hasUnnamed() throws IOException {
    return files().stream().anyMatch(file -> Objects.equals(file.getParent(), folder));
  }

  /** Only while nobody sends or lends anything. */
  void clear() throws IOException {
    remove(folder);
  }

  /** What was lent of comparisons. */
  void forget(Collection<UUID> comparisons) throws IOException {
    for (UUID comparison : comparisons) {
      Path lent = folder.resolve(comparison.toString());
      remove(lent);
      Files.deleteIfExists(lent);
    }
  }

  private static void remove(Path place) throws IOException {
    for (Path file : below(place)) {
      Files.deleteIfExists(file);
    }
  }

  private static List<Path> below(Path place) throws IOException {
    if (!Files.isDirectory(place)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(place, 2)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
