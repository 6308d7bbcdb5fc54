package dev.polylogue.provider.openai;

import static dev.polylogue.provider.http.Tally.count;

import dev.polylogue.conversation.Usage;
import dev.polylogue.provider.ChatEvent;
import dev.polylogue.provider.http.Tally;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Counts of Chat Completions in the one neutral form ({@code providers.md}, 8.1). */
final class ChatUsage {
  private ChatUsage() {}

  static ChatEvent.Counted read(JsonNode usage) {
    Long input = count(usage.path("prompt_tokens"));
    Long reasoning = count(usage.path("completion_tokens_details").path("reasoning_tokens"));
    JsonNode details = usage.path("prompt_tokens_details");
    Long cached = count(details.path("cached_tokens"));
    if (cached == null) {
      cached = count(usage.path("prompt_cache_hit_tokens"));
    }
    return new ChatEvent.Counted(
        new Usage(
            input,
            output(usage, input, reasoning),
            Tally.share(cached, input),
            reasoning,
            Tally.share(count(details.path("cache_write_tokens")), input),
            searches(usage)),
        Tally.cost(usage));
  }

  /**
   * xAI leaves reasoning out of {@code completion_tokens}, all others count it in: see the total.
   */
  private static @Nullable Long output(
      JsonNode usage, @Nullable Long input, @Nullable Long reasoning) {
    Long completion = count(usage.path("completion_tokens"));
    Long total = count(usage.path("total_tokens"));
    if (completion == null || total == null || input == null || reasoning == null) {
      return completion;
    }
    boolean leftOut = reasoning > 0 && total == input + completion + reasoning;
    return leftOut ? Long.valueOf(completion + reasoning) : completion;
  }

  /** OpenRouter counts requests, Perplexity queries. */
  private static @Nullable Long searches(JsonNode usage) {
    Long requests = count(usage.path("server_tool_use_details").path("web_search_requests"));
    if (requests == null) {
      requests = count(usage.path("server_tool_use").path("web_search_requests"));
    }
    return requests == null ? count(usage.path("num_search_queries")) : requests;
  }
}
