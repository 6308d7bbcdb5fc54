package dev.polylogue.history;

import java.util.Locale;

/** What of a salvaged history is not what it was, but made of what was left. */
public enum Guess {
  /** Of comparisons: the words that the index for searching knew, or those it began with. */
  TITLES("Comparisons whose title is lost, and was made of what was left: %d."),
  /** Of comparisons: when they were made, with a draft that they may have had. */
  DATES("Comparisons whose dates are lost, and were taken from their messages: %d."),
  /** Of comparisons: their kind, and whether they were pinned, filed or in the trash. */
  PLACES("Comparisons of which it is lost whether they were pinned, filed or in the trash: %d."),
  /** Of panes: all but their models. */
  SETTINGS("Panes whose settings are lost: %d."),
  /** Of prompts: when they were sent. */
  PROMPTS("Prompts whose time is lost, and was taken from what stood around them: %d."),
  /** Of prompts: which one they followed. */
  THREADS(
      "Prompts of which it is lost what they followed, put after one that was shown before them: %d."),
  /** Of answers: what was counted, paid and measured, and whether they were complete. */
  FIGURES("Answers of which all but the words is lost: %d."),
  /** Of prompts and answers: where they stood. They are together in a comparison of their own. */
  WORDS(
      "Prompts and answers of which it is lost where they stood, gathered in a comparison of their own: %d.");

  private final String sentence;

  Guess(String sentence) {
    this.sentence = sentence;
  }

  /** As it is written in JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** For people. */
  public String sentence(int count) {
    return sentence.formatted(count);
  }
}
