package dev.polylogue.provider.gemini;

import dev.polylogue.provider.Capability;
import dev.polylogue.provider.ChatRequest;
import dev.polylogue.provider.Thinking;
import dev.polylogue.provider.http.Adjustments;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** How long the model thinks, in the style that it knows ({@code providers.md}, 7.1). */
final class ThinkingWriter {
  private static final Thinking LEVELS =
      new Thinking("level", List.of("minimal", "low", "medium", "high"), List.of());

  /** The 2.5 models take tokens; the larger of them can't do without thinking. */
  private static final Thinking BUDGETS =
      new Thinking(
          "budget",
          List.of("none", "low", "medium", "high", "max"),
          List.of(0, 1024, 8192, 16_384, 24_576));

  private static final Thinking PRO_BUDGETS =
      new Thinking(
          "budget", List.of("low", "medium", "high", "max"), List.of(1024, 8192, 16_384, 32_768));

  private final ChatRequest request;
  private final Adjustments adjustments;

  ThinkingWriter(ChatRequest request, Adjustments adjustments) {
    this.request = request;
    this.adjustments = adjustments;
  }

  void write(ObjectNode config) {
    Thinking thinking = adjustments.thinking(byName(request.model()));
    Optional<String> level = adjustments.effort(byName(request.model()));
    if (level.isEmpty()) {
      if (request.card().facts().can(Capability.REASONING)) {
        config.putObject("thinkingConfig").put("includeThoughts", true);
      }
      return;
    }
    ObjectNode thought = config.putObject("thinkingConfig");
    if (!level.get().equals("none")) {
      thought.put("includeThoughts", true);
    }
    int place = thinking.levels().indexOf(level.get());
    if (thinking.style().equals("budget") && place < thinking.budgets().size()) {
      thought.put("thinkingBudget", thinking.budgets().get(place));
    } else {
      thought.put("thinkingLevel", level.get());
    }
  }

  /** What holds for a model of which nothing else is known. */
  private static Thinking byName(String model) {
    if (!model.contains("2.5")) {
      return LEVELS;
    }
    return model.contains("pro") ? PRO_BUDGETS : BUDGETS;
  }
}
