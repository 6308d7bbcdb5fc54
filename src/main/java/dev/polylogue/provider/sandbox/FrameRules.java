package dev.polylogue.provider.sandbox;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;

/** What words ask for that changes the frame. Amounts are never a matter of temper here. */
final class FrameRules {
  private FrameRules() {}

  static void add(Map<String, Function<Clause, Step>> rules) {
    rules.put("upside.?down", _ -> new Step("turn upside down", Shapes.rotate(180)));
    rules.put("flip|mirror|reflect", FrameRules::flip);
    rules.put(
        "rotat|turn.*(?:\\d|left|right|clockwise|around|sideways)|tilt|spin|quarter turn",
        FrameRules::rotate);
    rules.put("crop|trim|cut (?:it )?(?:to|off|away)|square\\b|aspect", FrameRules::crop);
    rules.put("resiz|scale|shrink|enlarge|smaller|larger|bigger", FrameRules::resize);
    rules.put("border|frame\\b|framed|margin|passepartout|mat\\b", FrameRules::border);
  }

  private static Step flip(Clause c) {
    boolean upright = c.has("vertical|top to bottom|up(?:side)?");
    return new Step(upright ? "flip vertically" : "flip horizontally", Shapes.flip(!upright));
  }

  private static Step rotate(Clause c) {
    double usual = c.has("around") ? 180 : c.has("tilt") ? 8 : 90;
    double degrees = c.degrees().orElse(usual) % 360;
    boolean left = c.has("left|counter|anti|ccw");
    return new Step(
        String.format(Locale.ROOT, "rotate %.0f° to the %s", degrees, left ? "left" : "right"),
        Shapes.rotate(left ? -degrees : degrees));
  }

  private static Step crop(Clause c) {
    if (c.has("square|1 ?: ?1")) {
      return new Step("crop to a square", Shapes.cropTo(1));
    }
    OptionalDouble ratio = c.ratio();
    if (ratio.isPresent()) {
      return new Step(
          String.format(Locale.ROOT, "crop to %.2f : 1", ratio.getAsDouble()),
          Shapes.cropTo(ratio.getAsDouble()));
    }
    double share = Math.clamp(c.percent().orElse(c.has("half") ? 50 : 80), 1, 100) / 100;
    // "crop 10 %" takes so much away, "crop to 60 %" and "crop the left 60 %" leave so much
    boolean takesAway =
        c.percent().isPresent() && !c.has("to|left|right|top|bottom|upper|lower|cent|middle");
    double kept = takesAway ? Math.max(0.05, 1 - share) : share;
    return side(c, kept);
  }

  private static Step side(Clause c, double kept) {
    String said = String.format(Locale.ROOT, "crop to %.0f %%", kept * 100);
    if (c.has("left")) {
      return new Step(said + " on the left", Shapes.crop(0, 0, kept, 1));
    } else if (c.has("right")) {
      return new Step(said + " on the right", Shapes.crop(1 - kept, 0, 1, 1));
    } else if (c.has("top|upper")) {
      return new Step(said + " at the top", Shapes.crop(0, 0, 1, kept));
    } else if (c.has("bottom|lower")) {
      return new Step(said + " at the bottom", Shapes.crop(0, 1 - kept, 1, 1));
    }
    double rim = (1 - kept) / 2;
    return new Step(said + " from the middle", Shapes.crop(rim, rim, 1 - rim, 1 - rim));
  }

  private static Step resize(Clause c) {
    boolean grows = c.has("enlarge|larger|bigger|double|twice");
    double usual = grows ? 200 : 50;
    double factor = Math.clamp(c.percent().orElse(usual), 5, 200) / 100;
    return new Step(
        String.format(Locale.ROOT, "resize to %.0f %%", factor * 100), Shapes.scaled(factor));
  }

  private static Step border(Clause c) {
    int colour = Colours.in(c.words()).orElse(0xffffff);
    double share =
        c.pixels().isPresent()
            ? Math.clamp(c.pixels().getAsDouble(), 1, 2000)
            : c.percent().isPresent()
                ? Math.min(0.5, c.percent().getAsDouble() / 100)
                : c.has("thin|narrow|fine") ? 0.012 : c.has("thick|wide|broad") ? 0.08 : 0.035;
    return new Step("border in " + Colours.hex(colour), Effects.border(colour, share));
  }
}
