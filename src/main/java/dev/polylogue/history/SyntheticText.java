package dev.polylogue.history;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Texts in which a few words are in nearly every one and most in nearly none, as in real ones. The
 * words themselves are made of syllables of a language and mean nothing, but for a few.
 */
final class SyntheticText {
  private static final int VOCABULARY = 200_000;

  /**
   * How a language writes.
   *
   * @param number of the language, which decides what its words are
   * @param spaced whether its words are parted by spaces
   */
  record Language(int number, boolean spaced, List<String> syllables) {
    String syllable(int at) {
      return syllables.get(Math.floorMod(at, syllables.size()));
    }
  }

  private static final List<Language> LANGUAGES =
      List.of(
          language(0, true, "an er in th on ing tion ra lo mi se ve ka do pre com est al ur ne"),
          language(1, true, "en er ich ung sch ge be ver lä mö ß über zu an keit wa ro ti ne lo"),
          language(2, true, "é er ou ment le ré ai eu tion ç la mou ve pa so ni dé ru es on"),
          language(3, true, "ов ст на по пре ка ни ра ть ся ло ме ду ще ё го ви ро те ми"),
          language(4, false, "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出"),
          language(5, false, "のにはをたがでてとしれさあるいもなこよらク東京日本語人気検索"));

  private static final Language ENGLISH = LANGUAGES.getFirst();

  private static Language language(int number, boolean spaced, String syllables) {
    return new Language(
        number,
        spaced,
        List.of(spaced ? syllables.split(" ", -1) : syllables.split("(?!^)(?!$)", -1)));
  }

  private static final String[] COMMON =
      ("the of and to in a is that it for as with was on be by this are or from at which have not"
              + " model answer tide water light time table code")
          .split(" ");

  private final RandomGenerator random;

  SyntheticText(RandomGenerator random) {
    this.random = random;
  }

  Language language() {
    int dice = random.nextInt(20);
    return dice < 11 ? ENGLISH : LANGUAGES.get(1 + Math.min(dice - 11, 8) * 5 / 9);
  }

  String prompt(Language language) {
    return text(language, 4 + length(16));
  }

  String answer(Language language) {
    return text(language, 12 + length(80));
  }

  /** Mostly short, seldom very long. */
  private int length(int mean) {
    double often = -mean * Math.log(1 - random.nextDouble());
    return (int) (random.nextInt(200) == 0 ? often * 12 : often);
  }

  private String text(Language language, int words) {
    StringBuilder text = new StringBuilder(words * 7);
    boolean begin = true;
    for (int i = 0; i < words; i++) {
      int start = text.length();
      word(language, text);
      if (begin && language.spaced()) {
        text.setCharAt(start, Character.toUpperCase(text.charAt(start)));
      }
      begin = random.nextInt(11) == 0;
      if (begin) {
        text.append(language.spaced() ? ". " : "。");
      } else if (language.spaced()) {
        text.append(' ');
      }
      if (random.nextInt(60) == 0) {
        text.append("\n\n");
      }
    }
    return text.toString().strip();
  }

  /** By its rank: half of a text are the commonest words. */
  private void word(Language language, StringBuilder text) {
    if (language.equals(ENGLISH) && random.nextInt(2) == 0) {
      double skewed = random.nextDouble();
      text.append(COMMON[(int) (skewed * skewed * COMMON.length)]);
      return;
    }
    int rank = (int) Math.pow(VOCABULARY, random.nextDouble());
    long hash = (rank + 7L) * 0x9E3779B97F4A7C15L ^ (long) language.number() << 40;
    int syllables = language.spaced() ? 2 + (int) (hash >>> 62) : 1 + (int) (hash >>> 63);
    for (int i = 0; i < syllables; i++) {
      hash = hash * 6364136223846793005L + 1442695040888963407L;
      text.append(language.syllable((int) (hash >>> 35)));
    }
  }
}
