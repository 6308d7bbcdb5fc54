package dev.polylogue.provider.openai;

import static dev.polylogue.provider.http.Tally.count;

import dev.polylogue.conversation.Usage;
import dev.polylogue.provider.ChatEvent;
import dev.polylogue.provider.http.Tally;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Counts of Responses in the one neutral form ({@code providers.md}, 5.2 and 8.1). */
final class ResponsesUsage {
  private ResponsesUsage() {}

  /**
   * @param seen how many searches the answer itself shows, for hosts that don't count them
   */
  static ChatEvent.Counted read(JsonNode usage, long seen) {
    Long input = count(usage.path("input_tokens"));
    JsonNode details = usage.path("input_tokens_details");
    return new ChatEvent.Counted(
        new Usage(
            input,
            count(usage.path("output_tokens")),
            Tally.share(count(details.path("cached_tokens")), input),
            count(usage.path("output_tokens_details").path("reasoning_tokens")),
            Tally.share(count(details.path("cache_write_tokens")), input),
            searches(usage, seen)),
        Tally.cost(usage));
  }

  /** xAI counts by kind of tool, or at least how many tools ran, which may be others too. */
  private static @Nullable Long searches(JsonNode usage, long seen) {
    JsonNode tools = usage.path("server_side_tool_usage_details");
    Long web = count(tools.path("web_search_calls"));
    Long posts = count(tools.path("x_search_calls"));
    if (web != null || posts != null) {
      return (web == null ? 0 : web) + (posts == null ? 0 : posts);
    }
    Long all = count(usage.path("num_server_side_tools_used"));
    return seen > 0 ? Long.valueOf(seen) : all != null && all == 0 ? all : null;
  }
}
