package dev.polylogue.provider.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes an instruction in plain English apart, forgivingly. */
final class Wording {
  static final String UNDERSTOOD =
      "grayscale, sepia, invert, brighten, darken, contrast, saturate, warmer, cooler, tint (a"
          + " colour), blur, sharpen, pixelate, vignette, grain, glow, sketch, posterize, rotate,"
          + " flip, crop, resize, border, a caption (caption HELLO, or text: …), and the moods sunset, night, winter,"
          + " autumn, vintage and noir. Several may be joined, with “a little”, “strongly” or a"
          + " percentage: “warmer, then crop to a square and add a white border”";

  private static final String OPEN = "[\"“„«]";
  private static final String CLOSE = "[\"”“»]";
  private static final String CALLED = "(?:write|caption|text|title|label|words?|saying|says?)";
  private static final Pattern QUOTED =
      Pattern.compile(
          "(?i)(?:\\badd\\s+)?(?:\\b(?:a|the)\\s+)?\\b"
              + CALLED
              + "\\b[^,.;:\"“„«]{0,40}:?\\s*"
              + OPEN
              + "(.+?)"
              + CLOSE
              + "((?:\\s+(?:at|on|in)\\s+(?:the\\s+)?\\w+)?)");
  private static final Pattern AFTER_COLON =
      Pattern.compile(
          "(?i)(?:\\badd\\s+)?(?:\\b(?:a|the)\\s+)?\\b"
              + CALLED
              + "\\b([^,.;:]{0,40}):\\s*([^;\\n]+?)(?=;|\\n|,?\\s+then\\b|$)");
  private static final Pattern PLACED =
      Pattern.compile("(?i)\\bwrite\\s+([^,.;]+?)\\s+(?:at|on|in)\\s+(?:the\\s+)?(top|bottom)\\b");
  private static final Pattern BARE =
      Pattern.compile(
          "(?i)(?:\\badd\\s+(?:a|the)\\s+|(?<!\\b(?:no|the|any|without|keep|a)\\s)(?:\\ba\\s+)?)"
              + "\\bcaption(?:\\s+it)?(?:\\s+(?:with|saying))?\\s+"
              + "(?!(?:it|at|on|in|with|saying|and|then)\\b)([^,.;\\n\u0001]+?)"
              + "((?:\\s+(?:at|on|in)\\s+(?:the\\s+)?(?:top|bottom))?)"
              + "(?=\\s*(?:[,.;\\n\u0001]|\\b(?:and|then)\\b|$))");
  private static final Pattern BLACK_AND_WHITE =
      Pattern.compile(
          "\\bblack\\s*(?:and|&|-and-|/|n)\\s*white\\b|\\bb\\s*(?:&|/)\\s*w\\b|\\bbw\\b");
  private static final Pattern JOINT =
      Pattern.compile(
          "[,;!?\\n]+|\\.(?!\\d)|\\b(?:and|then|also|plus|afterwards|finally)\\b|&|\\+");
  private static final Pattern NOTHING =
      Pattern.compile(
          "(?:\\b(?:please|thanks?|thank you|now|first|next|could you|can you|i want|i would like"
              + "|make|it|this|the|a|an|image|picture|photo|edit|to|look|with|of)\\b|\\s)*");
  private static final Pattern KEPT =
      Pattern.compile("\\b(?:keep|leave|don't|do not|without|but not|except|preserve|no)\\b");

  private final List<Step> steps = new ArrayList<>();
  private final List<String> unknown = new ArrayList<>();
  private final double temper;

  private Wording(double temper) {
    this.temper = temper;
  }

  /**
   * What was understood of an instruction.
   *
   * @param unknown parts of which nobody knows what they ask for
   */
  record Order(List<Step> steps, List<String> unknown) {

    /** The instruction as it was understood. */
    String said() {
      return String.join(", then ", steps.stream().map(Step::said).toList());
    }
  }

  /**
   * Reads it.
   *
   * @param temper of the model, by which amounts are multiplied
   */
  static Order read(String instruction, double temper) {
    Wording wording = new Wording(temper);
    wording.take(instruction.strip());
    return new Order(List.copyOf(wording.steps), List.copyOf(wording.unknown));
  }

  private void take(String instruction) {
    List<Step> captions = new ArrayList<>();
    String rest = captions(instruction, QUOTED, 1, 2, captions);
    rest = captions(rest, AFTER_COLON, 2, 1, captions);
    rest = captions(rest, PLACED, 1, 2, captions);
    rest = captions(rest, BARE, 1, 2, captions);
    String plain = BLACK_AND_WHITE.matcher(rest.toLowerCase(Locale.ROOT)).replaceAll("grayscale");
    for (String part : JOINT.split(plain, -1)) {
      String words = part.replaceAll("\\s+", " ").strip();
      Matcher caption = Pattern.compile("\u0001(\\d+)").matcher(words);
      if (caption.find()) {
        steps.add(captions.get(Integer.parseInt(caption.group(1))));
      } else if (!NOTHING.matcher(words).matches()) {
        clause(words);
      }
    }
  }

  private void clause(String words) {
    if (KEPT.matcher(words).find()) {
      return;
    }
    var step = Rules.step(new Clause(words, temper));
    step.ifPresentOrElse(steps::add, () -> unknown.add(words));
  }

  /** Takes the words of captions out, since they ask for nothing by themselves. */
  private static String captions(
      String text, Pattern pattern, int words, int place, List<Step> captions) {
    Matcher matcher = pattern.matcher(text);
    StringBuilder rest = new StringBuilder();
    while (matcher.find()) {
      String said = matcher.group(words).strip();
      boolean above = matcher.group(place).toLowerCase(Locale.ROOT).contains("top");
      String mark = ", \u0001" + captions.size() + " ,";
      captions.add(
          new Step(
              "write “%s” at the %s".formatted(said, above ? "top" : "bottom"),
              Effects.caption(said, above)));
      matcher.appendReplacement(rest, Matcher.quoteReplacement(mark));
    }
    matcher.appendTail(rest);
    return rest.toString();
  }
}
