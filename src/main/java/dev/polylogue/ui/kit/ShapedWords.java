package dev.polylogue.ui.kit;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Text of which letters are formed together: combining marks, joined emoji, Hebrew, Arabic, Hindi,
 * Thai and the like. JavaFX 26 breaks a run of it over two lines at the wrong place, so each word
 * is to be laid out as a run of its own. Any thread.
 */
public final class ShapedWords {
  /** No letter before the combining marks is formed together with another. */
  private static final char FIRST = 0x300;

  /** Hebrew is the first script that is shaped, and Mongolian the last one in a row. */
  private static final char FIRST_SCRIPT = 0x590;

  private static final char LAST_SCRIPT = 0x18AF;

  /** A longer word is cut: it might not fit into the narrowest pane. */
  private static final int LONGEST = 24;

  private ShapedWords() {}

  /** Whether any of it is shaped. */
  public static boolean areIn(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= FIRST && isShaped(text.codePointAt(i))) {
        return true;
      }
    }
    return RightToLeft.isIn(text);
  }

  private static boolean isShaped(int letter) {
    return (letter >= FIRST_SCRIPT && letter <= LAST_SCRIPT)
        || switch (Character.getType(letter)) {
          case Character.NON_SPACING_MARK,
              Character.COMBINING_SPACING_MARK,
              Character.ENCLOSING_MARK,
              Character.FORMAT ->
              true;
          default -> false;
        };
  }

  /** What is to be laid out one by one: the words where any is shaped, else the text as one. */
  public static List<String> runs(String text) {
    return areIn(text) ? of(text) : List.of(text);
  }

  /**
   * The pieces that are to be laid out one by one, with their blanks; together they are the text. A
   * long word, such as a sentence in Thai, which has no blanks, falls into its letters.
   */
  public static List<String> of(String text) {
    BreakIterator lines = BreakIterator.getLineInstance(Locale.getDefault());
    lines.setText(text);
    List<String> words = new ArrayList<>();
    int from = 0;
    for (int to = lines.next(); to != BreakIterator.DONE; to = lines.next()) {
      cut(text.substring(from, to), words);
      from = to;
    }
    return words.isEmpty() ? List.of(text) : words;
  }

  private static void cut(String word, List<String> pieces) {
    if (word.length() <= LONGEST) {
      pieces.add(word);
      return;
    }
    BreakIterator letters = BreakIterator.getCharacterInstance(Locale.ROOT);
    letters.setText(word);
    int most = RightToLeft.isIn(word) || !areIn(word) ? LONGEST : 1;
    int from = 0;
    int end = 0;
    for (int to = letters.next(); to != BreakIterator.DONE; to = letters.next()) {
      if (to - from > most && end > from) {
        pieces.add(word.substring(from, end));
        from = end;
      }
      end = to;
    }
    pieces.add(word.substring(from));
  }

  /** Whether two pieces of text may be laid out as one. */
  public static boolean mayJoin(String left, String right) {
    return left.isEmpty() || right.isEmpty() || (!areIn(left) && !areIn(right));
  }
}
