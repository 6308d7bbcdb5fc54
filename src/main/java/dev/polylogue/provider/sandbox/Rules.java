package dev.polylogue.provider.sandbox;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** What words ask for. The first rule that fits holds. */
final class Rules {
  private static final Map<String, Function<Clause, Step>> RULES = rules();

  private Rules() {}

  static Optional<Step> step(Clause clause) {
    return RULES.entrySet().stream()
        .filter(rule -> clause.has(rule.getKey()))
        .findFirst()
        .map(rule -> rule.getValue().apply(clause))
        .or(() -> tint(clause));
  }

  private static Map<String, Function<Clause, Step>> rules() {
    Map<String, Function<Clause, Step>> rules = new LinkedHashMap<>();
    FrameRules.add(rules);
    moods(rules);
    effects(rules);
    tones(rules);
    return rules;
  }

  private static void tones(Map<String, Function<Clause, Step>> rules) {
    rules.put(
        "gr[ae]y ?scale|monochrome|gr[ae]y\\b|colou?rless",
        _ -> new Step("grayscale", Tones.saturation(0)));
    rules.put("sepia|brownish", c -> Step.by("sepia", full(c), Tones.sepia(full(c))));
    rules.put("invert|negative|inverse", _ -> new Step("invert the colours", Tones.invert()));
    rules.put("contrast", c -> contrast(signed(c, 0.3)));
    rules.put("desaturat|pale|faded?\\b|muted|dull|washed", c -> saturation(-c.amount(0.5)));
    rules.put("saturat|colou?rful|vivid|vibran|richer|punch", c -> saturation(signed(c, 0.5)));
    rules.put("warm", c -> warmth(signed(c, 0.35)));
    rules.put("cool|cold|icy", c -> warmth(-signed(c, 0.35)));
    rules.put("dark|dim|shad(?:e|ow)|under ?expose|gloom", c -> brightness(-signed(c, 0.3)));
    rules.put("bright|light|expos|sunn", c -> brightness(signed(c, 0.3)));
  }

  private static void effects(Map<String, Function<Clause, Step>> rules) {
    rules.put("sharp|crisp|focus(?:ed)?$", c -> sharpen(c.less() ? 0 : c.amount(1)));
    rules.put("blur|soften|soft|smooth|out of focus|defocus", Rules::blur);
    rules.put("pixel ?at|pixel art|mosaic|blocky|8.?bit|censor", Rules::pixelate);
    rules.put(
        "vignett|dark(?:en)? (?:the )?(?:corners|edges)",
        c -> Step.by("vignette", c.amount(0.75), Effects.vignette(c.amount(0.75))));
    rules.put(
        "grain|noise|noisy|film\\b",
        c -> Step.by("grain", c.amount(0.5), Effects.grain(c.amount(0.5))));
    rules.put(
        "glow|dream|hazy|haze|ethereal",
        c -> Step.by("glow", c.amount(0.5), Effects.glow(Math.min(0.9, c.amount(0.5)))));
    rules.put(
        "sketch|pencil|drawing|drawn|line art",
        c -> new Step("pencil sketch", Effects.sketch(c.amount(0.5))));
    rules.put(
        "poster|comic|cartoon|pop.?art",
        c -> {
          int levels = (int) Math.round(Math.clamp(5 / c.temper(), 2, 8));
          return new Step(
              "posterize to %d levels".formatted(levels),
              Tones.posterize(levels).then(Tones.saturation(1.4)));
        });
  }

  private static void moods(Map<String, Function<Clause, Step>> rules) {
    rules.put(
        "sunset|sunrise|dusk|dawn|golden hour|evening|twilight",
        c -> mood("sunset light", c, 0x4a2a5e, 0xffc37a, Tones.brightness(-0.12)));
    rules.put(
        "night|moonlight|midnight|moonlit",
        c -> mood("night", c, 0x0b1640, 0x86a9e6, Tones.brightness(-0.55)));
    rules.put(
        "winter|snow|frost|wintry",
        c ->
            mood(
                "winter",
                c,
                0x5e7896,
                0xf4fbff,
                Tones.brightness(0.2).then(Tones.saturation(0.6))));
    rules.put(
        "autumn|fall colou?rs|autumnal",
        c -> mood("autumn", c, 0x4f2c12, 0xffcf86, Tones.saturation(1.25)));
    rules.put(
        "vintage|retro|old.?(?:photo|fashioned|time)|antique|nostalg",
        c ->
            new Step(
                "vintage",
                Tones.sepia(Math.min(1, c.amount(0.6)))
                    .then(Tones.contrast(-0.15))
                    .then(Effects.grain(0.25))
                    .then(Effects.vignette(0.55))));
    rules.put(
        "noir|dramatic black",
        c ->
            new Step(
                "noir",
                Tones.saturation(0)
                    .then(Tones.contrast(Math.min(1, c.amount(0.5))))
                    .then(Effects.vignette(0.7))));
  }

  private static Step mood(String name, Clause c, int shadows, int lights, Develop also) {
    double amount = Math.min(1, c.amount(0.6));
    return Step.by(name, amount, also.then(Tones.graded(shadows, lights, amount)));
  }

  private static double full(Clause c) {
    return Math.min(1, c.amount(1));
  }

  private static double signed(Clause c, double usual) {
    return c.less() ? -c.amount(usual) : c.amount(usual);
  }

  private static Step brightness(double amount) {
    return Step.by(amount < 0 ? "darken" : "brighten", amount, Tones.brightness(amount));
  }

  private static Step contrast(double amount) {
    return Step.by(amount < 0 ? "less contrast" : "more contrast", amount, Tones.contrast(amount));
  }

  private static Step saturation(double amount) {
    return Step.by(
        amount < 0 ? "desaturate" : "saturate", amount, Tones.saturation(Math.max(0, 1 + amount)));
  }

  private static Step warmth(double amount) {
    return Step.by(amount < 0 ? "cooler" : "warmer", amount, Tones.warmth(amount));
  }

  private static Step sharpen(double amount) {
    return Step.by("sharpen", amount, Effects.sharpen(amount));
  }

  private static Step blur(Clause c) {
    if (c.pixels().isPresent()) {
      double pixels = c.pixels().getAsDouble();
      return new Step(
          "blur by %.0f pixels".formatted(pixels),
          image ->
              Effects.blur(pixels / Math.max(image.getWidth(), image.getHeight())).apply(image));
    }
    double share = c.percent().isPresent() ? c.amount(0) / 10 : c.amount(0.012);
    return new Step(
        String.format(Locale.ROOT, "blur by %.1f %% of its length", share * 100),
        Effects.blur(share));
  }

  private static Step pixelate(Clause c) {
    if (c.pixels().isPresent()) {
      double side = c.pixels().getAsDouble();
      return new Step(
          "pixelate into squares of %.0f pixels".formatted(side),
          image ->
              Effects.pixelate(side / Math.max(image.getWidth(), image.getHeight())).apply(image));
    }
    double side = Math.clamp(c.amount(0.02), 0.004, 0.5);
    return Step.by("pixelate", side, Effects.pixelate(side));
  }

  private static Optional<Step> tint(Clause c) {
    OptionalInt colour = Colours.in(c.words());
    if (colour.isEmpty()) {
      return Optional.empty();
    }
    double amount = Math.clamp(c.amount(0.6), 0, 1);
    return Optional.of(
        Step.by(
            "tint " + Colours.hex(colour.getAsInt()),
            amount,
            Tones.tint(colour.getAsInt(), amount)));
  }
}
