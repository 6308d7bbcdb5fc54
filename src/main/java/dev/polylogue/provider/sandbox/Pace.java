package dev.polylogue.provider.sandbox;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How a sandbox model delivers its answer, read from behind the {@code ?} of its name.
 *
 * @param rate tokens a second; 0 is as fast as it goes
 * @param latency milliseconds before the first token
 * @param length least number of tokens: the answer is repeated until it has as many; 0 leaves it
 * @param fault {@code cut} (breaks off half-way), {@code silent} (no end marker), {@code empty}, or
 *     an HTTP status such as {@code 429}; null for none
 */
record Pace(String model, int rate, int latency, int length, @Nullable String fault) {

  static Pace of(String name) {
    int mark = name.indexOf('?');
    String model = mark < 0 ? name : name.substring(0, mark);
    Map<String, String> set = new TreeMap<>();
    if (mark >= 0) {
      for (String pair : name.substring(mark + 1).split("&", -1)) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
          set.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
      }
    }
    return new Pace(
        model,
        number(set.get("rate"), 60),
        number(set.get("latency"), 300),
        number(set.get("length"), 0),
        set.get("fault"));
  }

  private static int number(@Nullable String text, int otherwise) {
    return text != null && text.matches("\\d{1,7}") ? Integer.parseInt(text) : otherwise;
  }
}
