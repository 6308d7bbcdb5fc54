package dev.polylogue.session;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a comparison can be written as. */
public enum ExportFormat {
  /** Our own: nothing is lost, and it can come in again. */
  JSON("json"),
  MARKDOWN("md"),
  HTML("html"),
  /** Figures only, a row for each reply. */
  CSV("csv");

  private final String ending;

  ExportFormat(String ending) {
    this.ending = ending;
  }

  /** As written on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Of the names of such files, without the dot. */
  public String ending() {
    return ending;
  }

  public static Optional<ExportFormat> named(String word) {
    return Arrays.stream(values())
        .filter(format -> format.word().equals(word) || format.ending.equals(word))
        .findFirst();
  }
}
