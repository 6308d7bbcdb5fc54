package dev.polylogue.ui.shell;

import dev.polylogue.history.HistoryException;
import dev.polylogue.history.Loss;
import dev.polylogue.history.Losses;
import dev.polylogue.history.Restorer;
import dev.polylogue.session.Care;
import dev.polylogue.ui.kit.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
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
    List<String> words = new ArrayList<>();
    words.add(texts.get("rescue.salvaged", saved.contents().comparisons()));
    if (!saved.losses().rows().isEmpty()) {
      List<String> lost = saved.losses().rows().stream().map(this::words).toList();
      words.add(texts.get("rescue.lost", String.join(", ", lost)));
    }
    new TreeMap<>(saved.losses().guessed())
        .forEach((guess, count) -> words.add(texts.get("rescue.guessed." + guess.word(), count)));
    Losses.Changed changed = saved.losses().changed();
    if (changed.count() > 0) {
      Path backup = changed.backup();
      words.add(texts.get("rescue.changed", changed.count()));
      if (backup != null) {
        words.add(texts.get("rescue.changed.held", backup.toString()));
      }
    }
    if (saved.losses().fetched() > 0) {
      words.add(texts.get("rescue.fetched", saved.losses().fetched()));
    }
    return String.join(" ", words);
  }

  private String words(Loss loss) {
    String name = texts.get("rescue.lost." + loss.table());
    if (loss.rows() == 0) {
      return texts.get("rescue.lost.some", name);
    }
    return texts.get(loss.isAll() ? "rescue.lost.all" : "rescue.lost.least", name, loss.rows());
  }

  String startEmpty() throws HistoryException {
    return texts.get("rescue.emptied", care.restorer().startEmpty().toString());
  }
}
