package dev.polylogue.secret;

/** What a key may look like: any characters but line breaks and NUL, and not too many of them. */
final class KeyText {
  private static final int MOST_CHARACTERS = 16 * 1024;

  private KeyText() {}

  /**
   * The key without white space at its ends, which comes from copying.
   *
   * @throws IllegalArgumentException with a sentence for the user when it can't be a key
   */
  static String of(String typed) {
    String key = typed.strip();
    if (key.isEmpty()) {
      throw new IllegalArgumentException("The key is empty.");
    }
    if (key.chars().anyMatch(c -> c == '\r' || c == '\n' || c == 0)) {
      throw new IllegalArgumentException(
          "A key is one line; this one has a line break or a NUL in it. Copy the key alone.");
    }
    if (key.length() > MOST_CHARACTERS) {
      throw new IllegalArgumentException(
          "That is %d characters long; no provider has such keys. Copy the key alone."
              .formatted(key.length()));
    }
    return key;
  }
}
