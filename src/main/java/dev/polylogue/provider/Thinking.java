package dev.polylogue.provider;

import dev.polylogue.conversation.Setting;
import java.util.List;
import java.util.Optional;

/**
 * How a model's reasoning is set. The levels of {@link Setting#REASONING_EFFORT} are mapped to the
 * nearest that the model knows.
 *
 * @param style which field of the protocol carries it; the words are explained in each protocol's
 *     package
 * @param levels what the model takes, from none to most, in the words of {@link
 *     Setting#REASONING_EFFORT}; empty when it can't be set
 * @param budgets tokens to think for each level, in the same order, where the style is {@code
 *     budget}; else empty
 */
public record Thinking(String style, List<String> levels, List<Integer> budgets) {
  /** Every level there is, from none to most. */
  public static final List<String> SCALE =
      List.of("none", "minimal", "low", "medium", "high", "xhigh", "max");

  public Thinking {
    levels = List.copyOf(levels);
    budgets = List.copyOf(budgets);
  }

  /**
   * The level of this model that is nearest to the one wanted; empty when none can be set. Little
   * reasoning is never none where there is another level.
   */
  public Optional<String> nearest(String wanted) {
    if (levels.contains(wanted)) {
      return Optional.of(wanted);
    }
    int aim = SCALE.indexOf(wanted);
    String best = null;
    int distance = Integer.MAX_VALUE;
    for (String level : levels) {
      int away = Math.abs(SCALE.indexOf(level) - aim);
      if (away < distance || (best != null && best.equals("none"))) {
        distance = away;
        best = level;
      }
    }
    return Optional.ofNullable(best);
  }
}
