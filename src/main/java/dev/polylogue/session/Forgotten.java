package dev.polylogue.session;

import java.nio.file.Path;
import java.util.List;

/**
 * What deleting for good came to.
 *
 * @param clean whether nothing is left in the history itself; see {@link
 *     dev.polylogue.history.OrderStore#forget}
 * @param aside folders of histories and files that were put aside and may still hold some of it
 */
public record Forgotten(boolean clean, List<Path> aside) {
  public Forgotten {
    aside = List.copyOf(aside);
  }
}
