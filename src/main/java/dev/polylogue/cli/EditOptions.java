package dev.polylogue.cli;

import dev.polylogue.conversation.PictureOptions;
import dev.polylogue.media.ExifPart;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what {@code polylogue edit} takes with {@code --set} and {@code --exif}. */
final class EditOptions {
  private static final List<String> KNOWN = List.of("size", "quality", "n", "format", "background");

  /** What some provider understands: pixels, an aspect, a class, or its own choice. */
  private static final String SIZE = "auto|\\d{2,5}x\\d{2,5}|\\d{1,2}:\\d{1,2}|[124][kK]";

  private EditOptions() {}

  /**
   * @throws IllegalArgumentException that says what would be taken
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
        checked(set, "size", SIZE, "pixels such as 1536x1024, an aspect such as 3:2, or auto"),
        set.get("quality"),
        count(set.getOrDefault("n", "1")),
        checked(set, "format", "png|jpeg|webp", "png, jpeg or webp"),
        set.get("background"));
  }

  /**
   * @throws IllegalArgumentException that says what would be taken
   */
  static Set<ExifPart> exif(List<String> names) {
    Set<ExifPart> parts = EnumSet.noneOf(ExifPart.class);
    List<String> unknown = new ArrayList<>();
    for (String name : names) {
      Arrays.stream(ExifPart.values())
          .filter(part -> part.name().equalsIgnoreCase(name.strip()))
          .findFirst()
          .ifPresentOrElse(parts::add, () -> unknown.add("\"" + name.strip() + "\""));
    }
    if (!unknown.isEmpty()) {
      String known =
          Arrays.stream(ExifPart.values())
              .map(part -> part.name().toLowerCase(Locale.ROOT))
              .collect(Collectors.joining(", "));
      throw new IllegalArgumentException(
          "--exif takes %s; got %s. Nothing was sent."
              .formatted(known, String.join(", ", unknown)));
    }
    return parts;
  }

  private static @Nullable String checked(
      Map<String, String> set, String name, String pattern, String taken) {
    String value = set.get(name);
    if (value != null && !value.matches(pattern)) {
      throw new IllegalArgumentException(
          "--set %s takes %s; got \"%s\". Nothing was sent.".formatted(name, taken, value));
    }
    return value;
  }

  private static int count(String n) {
    if (!n.matches("[1-9]|10")) {
      throw new IllegalArgumentException("--set n takes a number from 1 to 10; got \"" + n + "\".");
    }
    return Integer.parseInt(n);
  }
}
