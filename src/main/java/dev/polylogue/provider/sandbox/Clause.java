package dev.polylogue.provider.sandbox;

import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of an instruction that asks for one thing.
 *
 * @param words in lower case
 * @param temper by which all amounts that were not said in figures are multiplied
 */
record Clause(String words, double temper) {
  private static final String NUMBER = "(\\d+(?:\\.\\d+)?)";
  private static final Pattern PERCENT = Pattern.compile(NUMBER + "\\s*(?:%|percent|per cent)");
  private static final Pattern PIXELS = Pattern.compile(NUMBER + "\\s*(?:px|pixels?)\\b");
  private static final Pattern DEGREES = Pattern.compile(NUMBER + "\\s*(?:°|degrees?|deg\\b)");
  private static final Pattern PLAIN = Pattern.compile(NUMBER);
  private static final Pattern RATIO = Pattern.compile(NUMBER + "\\s*(?::|to|by|x|×)\\s*" + NUMBER);
  private static final Pattern LITTLE =
      Pattern.compile(
          "\\b(?:a (?:little|bit|touch|tad)|slight(?:ly)?|gent(?:le|ly)|subt(?:le|ly)|somewhat"
              + "|softly|light(?:ly)|mild(?:ly)?|faint(?:ly)?)\\b");
  private static final Pattern MUCH =
      Pattern.compile(
          "\\b(?:much|strong(?:ly)?|very|a lot|lots|heav(?:y|ily)|extreme(?:ly)?|really|hard"
              + "|dramatic(?:ally)?|intense(?:ly)?|completely|super|way)\\b");
  private static final Pattern LESS =
      Pattern.compile("\\b(?:less|reduced?|lower(?:ed)?|decreased?|not so|not as|weaker)\\b");

  boolean has(String pattern) {
    return Pattern.compile("\\b(?:" + pattern + ")").matcher(words).find();
  }

  boolean less() {
    return LESS.matcher(words).find();
  }

  /** How strongly: as said in percent, else the usual amount, more or less of it. */
  double amount(double usual) {
    OptionalDouble said = percent();
    if (said.isPresent()) {
      return said.getAsDouble() / 100;
    }
    double strength = LITTLE.matcher(words).find() ? 0.45 : MUCH.matcher(words).find() ? 1.8 : 1;
    return usual * strength * temper;
  }

  OptionalDouble percent() {
    return figure(PERCENT);
  }

  OptionalDouble pixels() {
    return figure(PIXELS);
  }

  OptionalDouble degrees() {
    OptionalDouble said = figure(DEGREES);
    return said.isPresent() ? said : figure(PLAIN);
  }

  /** Of {@code 16:9} or {@code 3 to 2}. */
  OptionalDouble ratio() {
    Matcher matcher = RATIO.matcher(words);
    if (!matcher.find()) {
      return OptionalDouble.empty();
    }
    double ratio = Double.parseDouble(matcher.group(1)) / Double.parseDouble(matcher.group(2));
    return ratio >= 0.05 && ratio <= 20 ? OptionalDouble.of(ratio) : OptionalDouble.empty();
  }

  private OptionalDouble figure(Pattern pattern) {
    Matcher matcher = pattern.matcher(words);
    return matcher.find()
        ? OptionalDouble.of(Double.parseDouble(matcher.group(1)))
        : OptionalDouble.empty();
  }
}
