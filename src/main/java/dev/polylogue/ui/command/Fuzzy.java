package dev.polylogue.ui.command;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds letters that stand in a text in their order, though not beside each other, as people type
 * them in a hurry. Any thread.
 */
final class Fuzzy {
  private static final int WORD_START = 8;
  private static final int BESIDE = 5;
  private static final int FOUND = 1;
  private static final int AT_THE_START = 4;

  /**
   * @param score higher for letters that begin words or stand together
   * @param places of the letters in the text, growing
   */
  record Match(int score, List<Integer> places) {}

  private Fuzzy() {}

  /** The best way to find the letters; blanks among them and capitals play no part. */
  static Optional<Match> match(String letters, String text) {
    String wanted = plain(letters).replaceAll("\\s+", "");
    String shown = plain(text);
    if (shown.length() != text.length()) {
      shown = text.toLowerCase(Locale.ROOT);
    }
    if (wanted.isEmpty()) {
      return Optional.of(new Match(0, List.of()));
    }
    return best(wanted, shown);
  }

  /** In small letters without accents. */
  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}+", "")
        .toLowerCase(Locale.ROOT);
  }

  /** score[i][j]: the best for the first i letters with the last of them at place j. */
  private static Optional<Match> best(String wanted, String text) {
    int[][] score = new int[wanted.length()][text.length()];
    int[][] before = new int[wanted.length()][text.length()];
    for (int i = 0; i < wanted.length(); i++) {
      for (int j = i; j < text.length(); j++) {
        if (wanted.charAt(i) == text.charAt(j)) {
          place(score, before, i, j, text);
        }
      }
    }
    int last = wanted.length() - 1;
    int end = -1;
    for (int j = 0; j < text.length(); j++) {
      if (score[last][j] > 0 && (end < 0 || score[last][j] > score[last][end])) {
        end = j;
      }
    }
    if (end < 0) {
      return Optional.empty();
    }
    List<Integer> places = new ArrayList<>();
    int at = end;
    for (int i = last; i >= 0; i--) {
      places.addFirst(at);
      at = before[i][at];
    }
    return Optional.of(new Match(score[last][end], List.copyOf(places)));
  }

  private static void place(int[][] score, int[][] before, int i, int j, String text) {
    int worth = FOUND + (isWordStart(text, j) ? WORD_START : 0) + (j == 0 ? AT_THE_START : 0);
    if (i == 0) {
      score[0][j] = worth;
      return;
    }
    for (int k = i - 1; k < j; k++) {
      int gained = score[i - 1][k] == 0 ? 0 : score[i - 1][k] + worth + (k == j - 1 ? BESIDE : 0);
      if (gained > score[i][j]) {
        score[i][j] = gained;
        before[i][j] = k;
      }
    }
  }

  private static boolean isWordStart(String text, int at) {
    return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
  }
}
