package dev.polylogue.provider.sandbox;

import java.io.IOException;
import java.util.List;

/** What the librarian may see of the user's own history: the places where words stand. */
@FunctionalInterface
public interface Archive {

  /**
   * A place.
   *
   * @param title of the comparison it stands in
   * @param address {@code polylogue://comparison/ID#MESSAGE}
   * @param by who said it, and when
   * @param words some of what is said there, on one line
   */
  record Entry(String title, String address, String by, String words) {}

  /** The newest places that have all the words, no more than so many. Blocks. */
  List<Entry> find(String words, int most) throws IOException;
}
