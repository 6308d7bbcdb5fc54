package dev.polylogue.bench;

/** Markdown as models write it, of any length, which says now and then how far it has come. */
final class BenchText {
  /** Stands before the count of characters so far, six digits, where a reader may look for it. */
  static final String COUNT = "at ";

  private static final String PART =
      """
      ## Part %d: the sea and the moon %s

      Twice a day the sea *rises* and **falls**, as if it were breathing, with `code` and a
      [link](https://example.org/%d). Gravity gets weaker with distance %s, so the near side
      feels more of it than the middle does, and the far side less. %s

      - Near side: pulled the **most** %s
      - Far side: left behind a little
        1. nested, and long enough that it wraps at the width of the pane %s

      > The moon pulls; the water follows. %s

      ```python
      def tide(hour):
          return cos(2 * pi * hour / 12.42)  # %s
      ```

      | Place | Range |
      |---|---:|
      | Bay of Fundy | 16 m |
      | Baltic Sea | 0.1 m |

      """;

  private BenchText() {}

  /** So many characters. */
  static String markdown(int length) {
    StringBuilder text = new StringBuilder(length + PART.length());
    for (int part = 1; text.length() < length; part++) {
      for (String piece :
          PART.formatted(part, "%", part, "%", "%", "%", "%", "%", "%").split("%")) {
        text.append(piece);
        text.append(COUNT).append("%06d".formatted(text.length()));
      }
      text.append("\n\n");
    }
    return text.substring(0, length);
  }
}
