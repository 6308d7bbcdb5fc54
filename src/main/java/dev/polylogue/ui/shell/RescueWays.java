package dev.polylogue.ui.shell;

import dev.polylogue.history.HistoryException;
import dev.polylogue.history.Restorer;
import dev.polylogue.session.Care;
import dev.polylogue.ui.kit.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/**
 * What puts another history in the place of a damaged one, while nobody uses it. Each blocks, and
 * yields what to say once the data is open again.
 */
record RescueWays(Care care, Texts texts) {

  Callable<String> restore(Path backup) {
    return () -> {
      care.restorer().restore(backup);
      return texts.get("rescue.restored");
    };
  }

  String salvage() throws HistoryException {
    Restorer.Restored saved = care.restorer().salvage();
    String words = texts.get("rescue.salvaged", saved.contents().comparisons(), saved.allLost());
    List<String> guessed =
        new TreeMap<>(saved.guessed())
            .entrySet().stream()
                .map(
                    entry -> texts.get("rescue.guessed." + entry.getKey().word(), entry.getValue()))
                .toList();
    return guessed.isEmpty() ? words : words + " " + String.join(" ", guessed);
  }

  String startEmpty() throws HistoryException {
    return texts.get("rescue.emptied", care.restorer().startEmpty().toString());
  }
}
