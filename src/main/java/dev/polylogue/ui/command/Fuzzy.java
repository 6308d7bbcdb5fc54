package dev.polylogue.ui.command;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds a typed word in a text: as a part of it, or shortened as people do in a hurry, to the
 * beginnings of words ({@code np} for next pane) or to some letters of one word ({@code cmprsn}).
 * Letters that merely stand somewhere in their order are no match. Any thread.
 */
final class Fuzzy {
  private static final int WORD_START = 8;
  private static final int BESIDE = 5;
  private static final int FOUND = 1;
  private static final int AT_THE_START = 4;
  private static final int WHOLE_WORD = 8;

  /**
   * @param score higher for letters that begin words or stand together
   * @param places of the letters in the text, growing
   */
  record Match(int score, List<Integer> places) {
    Match {
      places = List.copyOf(places);
    }
  }

  private Fuzzy() {}

  /**
   * The best way to find the word; capitals and accents play no part.
   *
   * @param word without blanks, not empty
   */
  static Optional<Match> match(String word, String text) {
    String wanted = plain(word);
    String plain = plain(text);
    String shown = plain.length() == text.length() ? plain : text.toLowerCase(Locale.ROOT);
    return shortened(wanted, shown, false)
        .or(() -> shortened(wanted, shown, true))
        .or(() -> part(wanted, shown));
  }

  /** In small letters without accents. */
  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}+", "")
        .toLowerCase(Locale.ROOT);
  }

  /** Somewhere within a word. */
  private static Optional<Match> part(String wanted, String text) {
    int at = text.indexOf(wanted);
    int end = at + wanted.length();
    int score = FOUND + (wanted.length() - 1) * (FOUND + BESIDE);
    return at < 0
        ? Optional.empty()
        : Optional.of(new Match(score, IntStream.range(at, end).boxed().toList()));
  }

  /**
   * score[i][j]: the best for the first i letters with the last of them at place j.
   *
   * @param oneWord whether letters may be left out within a word, and no other word goes on with it
   */
  private static Optional<Match> shortened(String wanted, String text, boolean oneWord) {
    int[][] score = new int[wanted.length()][text.length()];
    int[][] before = new int[wanted.length()][text.length()];
    for (int i = 0; i < wanted.length(); i++) {
      for (int j = i; j < text.length(); j++) {
        if (wanted.charAt(i) == text.charAt(j)) {
          place(score, before, i, j, text, oneWord);
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
    boolean together = end - places.getFirst() == last;
    boolean whole = together && (end + 1 == text.length() || isWordStart(text, end + 2));
    return Optional.of(new Match(score[last][end] + (whole ? WHOLE_WORD : 0), places));
  }

  private static void place(
      int[][] score, int[][] before, int i, int j, String text, boolean oneWord) {
    boolean starts = isWordStart(text, j);
    if (i == 0) {
      score[0][j] = starts ? FOUND + WORD_START + (j == 0 ? AT_THE_START : 0) : 0;
      return;
    }
    for (int k = j - 1; k >= i - 1; k--) {
      boolean beside = k == j - 1;
      if (score[i - 1][k] > 0 && (beside || starts != oneWord)) {
        int gained = score[i - 1][k] + FOUND + (beside ? BESIDE : 0);
        if (gained > score[i][j]) {
          score[i][j] = gained;
          before[i][j] = k;
        }
      }
      if (oneWord && isWordStart(text, k)) {
        return;
      }
    }
  }

  private static boolean isWordStart(String text, int at) {
    return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
  }
}
