package dev.polylogue.conversation;

import java.util.Locale;

/** What a comparison compares: answers to prompts, or edits of a photo. */
public enum ComparisonKind {
  CHAT,
  PHOTO;

  /** As it is stored and written on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException when no kind is called that
   */
  public static ComparisonKind of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
