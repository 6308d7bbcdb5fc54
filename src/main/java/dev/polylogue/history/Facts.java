package dev.polylogue.history;

import dev.polylogue.conversation.Found;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a passage beside its words and never changes. It stands in the index as words
 * that no text has, so that a search narrowed by it costs no more than one for a further word.
 *
 * @param comparison its number in {@code passage_comparison}
 * @param model its number in {@code passage_model}, or null
 * @param images whether pictures belong to it
 */
record Facts(long comparison, Found.Role role, @Nullable Long model, Instant at, boolean images) {
  private static final char SIGN = '\uE000';

  /** A character of a script without spaces that stands somewhere in the passage. */
  static String character(String character) {
    return SIGN + "x" + character;
  }

  /** Whether a word of the index is one of these, which no text has. */
  static boolean is(String word) {
    return word.charAt(0) == SIGN;
  }

  /** How the word begins that says of a passage that its script has no spaces. */
  static String parted() {
    return character("");
  }

  static String comparison(long number) {
    return SIGN + "c" + number;
  }

  static String model(long number) {
    return SIGN + "m" + number;
  }

  static String role(Found.Role role) {
    return SIGN + "r" + role.word().charAt(0);
  }

  static String image() {
    return SIGN + "i";
  }

  static String year(int year) {
    return SIGN + "y" + year;
  }

  static String month(LocalDate day) {
    return SIGN + "n" + (day.getYear() * 12 + day.getMonthValue());
  }

  static String day(LocalDate day) {
    return SIGN + "d" + day.toEpochDay();
  }

  String words() {
    LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
    StringBuilder words = new StringBuilder();
    words.append(comparison(comparison)).append(' ').append(role(role));
    if (model != null) {
      words.append(' ').append(model(model));
    }
    if (images) {
      words.append(' ').append(image());
    }
    words.append(' ').append(year(day.getYear()));
    words.append(' ').append(month(day));
    return words.append(' ').append(day(day)).toString();
  }
}
