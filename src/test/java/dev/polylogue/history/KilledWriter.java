package dev.polylogue.history;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Asks one question in a data folder and appends words to the reply for ever. Says {@code turn ID}
 * once the question is stored, then the number of each word that is stored. With a third argument
 * it waits for a byte before each word, so that others come to write between them.
 */
final class KilledWriter {
  private KilledWriter() {}

  public static void main(String[] arguments) throws HistoryException, IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    HistoryStore store = HistoryStore.open(Path.of(arguments[0]));
    Samples samples = new Samples(UUID.fromString(arguments[1]));
    Samples.Asked asked = samples.asked(store);
    out.println("turn " + asked.comparison().id());
    for (int i = 0; ; i++) {
      if (arguments.length > 2) {
        System.in.read();
      }
      store.append(asked.words(word(i)));
      out.println(i);
    }
  }

  static String word(int number) {
    return "word " + number + " 🌊, ";
  }
}
