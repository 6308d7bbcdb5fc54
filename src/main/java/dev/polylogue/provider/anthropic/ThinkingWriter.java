package dev.polylogue.provider.anthropic;

import dev.polylogue.conversation.Setting;
import dev.polylogue.provider.ChatRequest;
import dev.polylogue.provider.Thinking;
import dev.polylogue.provider.http.Adjustments;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** How long the model thinks, in the style that it knows ({@code providers.md}, 6.1). */
final class ThinkingWriter {
  private static final Thinking UNKNOWN =
      new Thinking("adaptive", List.of("none", "low", "medium", "high", "xhigh", "max"), List.of());

  /** The least budget that Anthropic takes. */
  private static final long LEAST_BUDGET = 1024;

  private final ChatRequest request;
  private final Adjustments adjustments;

  ThinkingWriter(ChatRequest request, Adjustments adjustments) {
    this.request = request;
    this.adjustments = adjustments;
  }

  /**
   * @param limit of the whole output, in tokens
   * @return whether the model thinks with a budget, which binds its temperature
   */
  boolean write(ObjectNode body, long limit) {
    Thinking thinking = adjustments.thinking(UNKNOWN);
    Optional<String> level = adjustments.effort(UNKNOWN);
    if (thinking.style().equals("budget")) {
      return level.isPresent() && budget(body, thinking, level.get(), limit);
    }
    if (level.isPresent() ? level.get().equals("none") : !alwaysThinks()) {
      level.ifPresent(none -> body.putObject("thinking").put("type", "disabled"));
      return false;
    }
    body.putObject("thinking").put("type", "adaptive").put("display", "summarized");
    level.ifPresent(effort -> body.putObject("output_config").put("effort", effort));
    return false;
  }

  /**
   * Left alone, a model thinks or not as it is its way; one that can't do without is asked to show
   * it, which newer models don't by themselves.
   */
  private boolean alwaysThinks() {
    Thinking known = request.card().facts().thinking();
    return known != null && !known.levels().contains("none");
  }

  private boolean budget(ObjectNode body, Thinking thinking, String level, long limit) {
    int place = thinking.levels().indexOf(level);
    long wanted = place < thinking.budgets().size() ? thinking.budgets().get(place) : LEAST_BUDGET;
    if (level.equals("none") || wanted <= 0) {
      return false;
    }
    if (limit <= LEAST_BUDGET) {
      adjustments.leaveOut(
          Setting.REASONING_EFFORT, "an output limit of %d leaves no room for it".formatted(limit));
      return false;
    }
    long least = Math.max(LEAST_BUDGET, wanted);
    long sent = Math.min(least, Math.max(LEAST_BUDGET, limit / 2));
    if (sent < wanted) {
      adjustments.note(
          Setting.REASONING_EFFORT,
          "Reasoning got %d tokens instead of %d, to leave room for the answer."
              .formatted(sent, wanted));
    }
    body.putObject("thinking").put("type", "enabled").put("budget_tokens", sent);
    return true;
  }
}
