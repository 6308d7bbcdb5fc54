package dev.polylogue.conversation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One thing that can be set for a pane. Its {@link #key} is its name on the command line. */
public enum Setting {
  SYSTEM("system"),
  TEMPERATURE("temperature"),
  TOP_P("top_p"),
  MAX_TOKENS("max_tokens"),
  STOP("stop"),
  SEED("seed"),
  REASONING_EFFORT("reasoning_effort"),
  WEB_SEARCH("web_search"),

  /** Fields of the request that this program does not know: a JSON object, as text. */
  EXTRA("extra");

  /** The most characters that {@link #EXTRA} may have. */
  private static final int MOST_EXTRA = 20_000;

  private static final List<String> EFFORTS =
      List.of("none", "minimal", "low", "medium", "high", "xhigh", "max");

  /** As the screen calls them. */
  private static final Map<String, String> SYNONYMS = Map.of("off", "none", "maximum", "max");

  private final String key;

  Setting(String key) {
    this.key = key;
  }

  public String key() {
    return key;
  }

  public static Optional<Setting> named(String key) {
    return Arrays.stream(values()).filter(setting -> setting.key.equals(key)).findFirst();
  }

  /** The names that can be set one by one, for a message that lists them. */
  public static String known() {
    return Arrays.stream(values())
        .filter(setting -> setting != SYSTEM)
        .map(Setting::key)
        .collect(Collectors.joining(", "));
  }

  /**
   * Reads the value as people write it: {@code 0.7}, {@code 4096}, {@code true}.
   *
   * @return a {@link String}, {@link Double}, {@link Long} or {@link Boolean}
   * @throws IllegalArgumentException with a sentence for the user
   */
  Object read(String text) {
    return switch (this) {
      case SYSTEM, STOP -> text;
      case TEMPERATURE -> number(text, 0, 2);
      case TOP_P -> number(text, 0, 1);
      case MAX_TOKENS -> whole(text, 1);
      case SEED -> whole(text, Long.MIN_VALUE);
      case REASONING_EFFORT -> effort(text);
      case WEB_SEARCH -> flag(text);
      case EXTRA -> object(text.strip());
    };
  }

  /** Looks at its outline only, and never repeats it: it might hold a key. */
  private String object(String text) {
    if (text.length() > MOST_EXTRA) {
      throw new IllegalArgumentException(
          "%s takes at most %d characters; got %d.".formatted(key, MOST_EXTRA, text.length()));
    }
    if (!text.startsWith("{") || !text.endsWith("}")) {
      throw new IllegalArgumentException(
          "%s takes a JSON object, such as {\"top_k\": 40}.".formatted(key));
    }
    return text;
  }

  private Double number(String text, double least, double most) {
    try {
      double value = Double.parseDouble(text.strip());
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      // falls through to the sentence below
    }
    throw wrong(text, "a number from %s to %s".formatted(plain(least), plain(most)));
  }

  private Long whole(String text, long least) {
    try {
      long value = Long.parseLong(text.strip());
      if (value >= least) {
        return value;
      }
    } catch (NumberFormatException e) {
      // falls through to the sentence below
    }
    throw wrong(text, least == 1 ? "a whole number from 1 on" : "a whole number");
  }

  private String effort(String text) {
    String written = text.strip().toLowerCase(Locale.ROOT);
    String value = SYNONYMS.getOrDefault(written, written);
    if (EFFORTS.contains(value)) {
      return value;
    }
    throw wrong(text, "one of " + String.join(", ", EFFORTS) + ", or off and maximum");
  }

  private Boolean flag(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "true", "on", "yes" -> true;
      case "false", "off", "no" -> false;
      default -> throw wrong(text, "true or false");
    };
  }

  private IllegalArgumentException wrong(String text, String wanted) {
    return new IllegalArgumentException("%s takes %s; got \"%s\".".formatted(key, wanted, text));
  }

  private static String plain(double bound) {
    return Long.toString((long) bound);
  }
}
