package dev.polylogue.provider.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of colours, and what they are. */
final class Colours {
  private static final Map<String, Integer> NAMED = named();
  private static final Pattern HEX = Pattern.compile("#([0-9a-f]{6})\\b");

  private Colours() {}

  private static Map<String, Integer> named() {
    Map<String, Integer> named = new LinkedHashMap<>();
    named.put("turquoise|teal|aqua|cyan", 0x1fb5b0);
    named.put("orange", 0xf08a24);
    named.put("golden|gold", 0xe2b13c);
    named.put("yellow(?:ish|er)?", 0xf5d327);
    named.put("pink(?:ish|er)?|rose", 0xf06fa5);
    named.put("magenta", 0xd0299a);
    named.put("purpl(?:e|ish|er)|violet|lilac|lavender", 0x8a4fc4);
    named.put("navy", 0x1d2f6f);
    named.put("blu(?:e|ish|er)|azure", 0x2f6fd6);
    named.put("green(?:ish|er)?|olive|lime", 0x3d9a4a);
    named.put("crimson|scarlet|red(?:dish|der)?", 0xd23b32);
    named.put("brown(?:ish|er)?|beige|tan", 0x8f6440);
    named.put("white", 0xffffff);
    named.put("gr[ae]y", 0x808080);
    named.put("black", 0x000000);
    return named;
  }

  /** The colour that is named first in the list above, {@code 0xRRGGBB}. */
  static OptionalInt in(String words) {
    Matcher hex = HEX.matcher(words);
    if (hex.find()) {
      return OptionalInt.of(Integer.parseInt(hex.group(1), 16));
    }
    return NAMED.entrySet().stream()
        .filter(entry -> Pattern.compile("\\b(?:" + entry.getKey() + ")\\b").matcher(words).find())
        .mapToInt(Map.Entry::getValue)
        .findFirst();
  }

  static String hex(int colour) {
    return "#%06x".formatted(colour);
  }
}
