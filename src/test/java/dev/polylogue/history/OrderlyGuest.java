package dev.polylogue.history;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Opens a history and says {@code in}; once it is told to go on, stores a question, closes the
 * history in good order and says {@code out}.
 */
final class OrderlyGuest {
  private OrderlyGuest() {}

  public static void main(String[] arguments) throws HistoryException, IOException {
    try (HistoryStore store = HistoryStore.open(Path.of(arguments[0]))) {
      System.out.println("in");
      System.in.read();
      new Samples().asked(store);
    }
    System.out.println("out");
  }
}
