package dev.polylogue.cli;

import dev.polylogue.conversation.PictureOptions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads what {@code polylogue edit} takes with {@code --set}. */
final class EditOptions {
  private static final List<String> KNOWN = List.of("size", "quality", "n", "format", "background");

  private EditOptions() {}

  /**
   * @throws IllegalArgumentException that lists the known ones
   */
  static PictureOptions of(List<String> pairs) {
    Map<String, String> set = new TreeMap<>();
    for (String pair : pairs) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1).strip();
      if (!KNOWN.contains(name) || value.isEmpty()) {
        throw new IllegalArgumentException(
            "--set takes name=value with one of %s; got \"%s\"."
                .formatted(String.join(", ", KNOWN), pair));
      }
      if (set.put(name, value) != null) {
        throw new IllegalArgumentException("--set %s is given twice.".formatted(name));
      }
    }
    return new PictureOptions(
        set.get("size"),
        set.get("quality"),
        count(set.getOrDefault("n", "1")),
        set.get("format"),
        set.get("background"));
  }

  private static int count(String n) {
    if (!n.matches("[1-9]|10")) {
      throw new IllegalArgumentException("--set n takes a number from 1 to 10; got \"" + n + "\".");
    }
    return Integer.parseInt(n);
  }
}
