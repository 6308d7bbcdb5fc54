package dev.polylogue.history;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What stands before the colon of a filter, and what is taken for it by mistake. */
final class FilterNames {
  private static final List<String> NAMES = List.of("model", "provider", "tag");

  private static final List<String> ALL =
      List.of("model", "provider", "tag", "before", "after", "on", "has", "in");

  private static final Map<String, String> ALIKE =
      Map.of(
          "models", "model", "tags", "tag", "tagged", "tag", "since", "after", "from", "after",
          "until", "before", "till", "before", "date", "on", "role", "in");

  /** Shorter ones are too much like other words. */
  private static final int SHORTEST = 5;

  private FilterNames() {}

  /**
   * @param name in lower case
   */
  static boolean has(String name) {
    return ALL.contains(name);
  }

  /**
   * Whether it asks for a name, of which any may be given.
   *
   * @param name in lower case
   */
  static boolean isName(String name) {
    return NAMES.contains(name);
  }

  /** The filter that was meant by a name that is none, if any: one slip away, or a word for it. */
  static Optional<String> meantBy(String name) {
    String alike = ALIKE.get(name);
    return alike != null
        ? Optional.of(alike)
        : ALL.stream()
            .filter(known -> known.length() >= SHORTEST && isSlip(known, name))
            .findFirst();
  }

  /** One letter too few, too many or another, or two in the wrong order. */
  private static boolean isSlip(String known, String name) {
    int same = 0;
    while (same < Math.min(known.length(), name.length())
        && known.charAt(same) == name.charAt(same)) {
      same++;
    }
    String left = known.substring(same);
    String typed = name.substring(same);
    return switch (typed.length() - left.length()) {
      case -1 -> left.substring(1).equals(typed);
      case 0 ->
          left.length() > 0
              && (left.substring(1).equals(typed.substring(1)) || isSwap(left, typed));
      case 1 -> typed.substring(1).equals(left);
      default -> false;
    };
  }

  private static boolean isSwap(String left, String typed) {
    return left.length() > 1
        && left.charAt(0) == typed.charAt(1)
        && left.charAt(1) == typed.charAt(0)
        && left.substring(2).equals(typed.substring(2));
  }
}
