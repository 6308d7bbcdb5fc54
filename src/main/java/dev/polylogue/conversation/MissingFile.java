package dev.polylogue.conversation;

/**
 * What stands in a message in the place of a file that did not come in with it, which is not there
 * or of a kind that is not shown.
 */
public final class MissingFile {
  private static final String BEFORE = "[left out: ";
  private static final String BEHIND = "]";

  private MissingFile() {}

  /**
   * @param name of the file, or blank
   */
  public static String words(String name) {
    return BEFORE + (name.isBlank() ? "a file" : name) + BEHIND;
  }

  /** Whether a text is nothing but such words. */
  public static boolean isToldBy(String text) {
    String words = text.strip();
    return words.startsWith(BEFORE) && words.endsWith(BEHIND);
  }
}
