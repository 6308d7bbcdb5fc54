package dev.polylogue.cli;

import dev.polylogue.history.Doctor;
import dev.polylogue.history.HistoryException;
import dev.polylogue.history.Progress;

/** Examines a history, and tells a person at a terminal how far that is. One thread. */
final class Examining implements Progress {
  private final Console console;
  private String shown = "";

  private Examining(Console console) {
    this.console = console;
  }

  static Doctor.Report of(Console console) throws HistoryException {
    try {
      return console.care().doctor().examineFromOutside(new Examining(console));
    } finally {
      console.passing("");
    }
  }

  @Override
  public void at(Step step, double share) {
    String words =
        "Examining %s … %d %%".formatted(what(step), Math.round(100 * step.overall(share)));
    if (!words.equals(shown)) {
      shown = words;
      console.passing(words);
    }
  }

  private static String what(Step step) {
    return switch (step) {
      case PAGES -> "the pages of the database";
      case ROWS -> "what rows say of each other";
      case COMPARISONS -> "every comparison";
      case FILES -> "pictures and files";
      case INDEX -> "the index for searching";
    };
  }
}
