package dev.polylogue.session;

import java.nio.file.Path;
import java.util.List;

/**
 * What deleting for good came to.
 *
 * @param clean whether nothing is left in the history itself; see {@link
 *     dev.polylogue.history.OrderStore#forget}
 * @param aside folders of histories and files that were put aside and may still hold some of it
 * @param copies backups that still hold some of it
 */
public record Forgotten(boolean clean, List<Path> aside, Copies copies) {
  /**
   * Backups, which go with time.
   *
   * @param count how many, those that can't be read included; 1 where not even their folder can be
   * @param place the folder they are in
   */
  public record Copies(int count, Path place) {}

  public Forgotten {
    aside = List.copyOf(aside);
  }
}
