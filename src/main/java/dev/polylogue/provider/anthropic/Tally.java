package dev.polylogue.provider.anthropic;

import dev.polylogue.conversation.Usage;
import dev.polylogue.provider.ChatEvent;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Counts in the one neutral form ({@code providers.md}, 8.1): a later figure replaces an earlier
 * one of the same message, and the messages of a paused answer add up, as each is billed.
 */
final class Tally {
  /** More tokens than any window holds (F96). */
  private static final long MOST_TOKENS = 1_000_000_000_000L;

  private Usage before = Usage.UNKNOWN;
  private @Nullable Long fresh;
  private @Nullable Long written;
  private @Nullable Long cached;
  private @Nullable Long output;
  private @Nullable Long thinking;
  private @Nullable Long searches;

  /** At the start of a message: its output is not yet counted, whatever figure stands there. */
  void readStart(JsonNode usage) {
    fresh = newer(usage.path("input_tokens"), fresh);
    written = newer(usage.path("cache_creation_input_tokens"), written);
    cached = newer(usage.path("cache_read_input_tokens"), cached);
    searches = newer(usage.path("server_tool_use").path("web_search_requests"), searches);
  }

  void read(JsonNode usage) {
    readStart(usage);
    output = newer(usage.path("output_tokens"), output);
    thinking = newer(usage.path("output_tokens_details").path("thinking_tokens"), thinking);
  }

  ChatEvent.Counted counted() {
    Usage now = now();
    return new ChatEvent.Counted(
        new Usage(
            sum(before.inputTokens(), now.inputTokens()),
            sum(before.outputTokens(), now.outputTokens()),
            sum(before.cachedTokens(), now.cachedTokens()),
            sum(before.reasoningTokens(), now.reasoningTokens()),
            sum(before.cacheWriteTokens(), now.cacheWriteTokens()),
            sum(before.searches(), now.searches())),
        null);
  }

  /** A further message of the same answer follows. */
  void nextMessage() {
    before = counted().usage();
    startAgain();
  }

  /** The message is begun anew. */
  void startAgain() {
    fresh = null;
    written = null;
    cached = null;
    output = null;
    thinking = null;
    searches = null;
  }

  private Usage now() {
    Long input = fresh == null ? null : sum(fresh, sum(written, cached));
    return new Usage(input, output, cached, thinking, written, searches);
  }

  private static @Nullable Long sum(@Nullable Long one, @Nullable Long other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one + other;
  }

  private static @Nullable Long newer(JsonNode node, @Nullable Long older) {
    if (!node.isNumber() || !node.canConvertToLong()) {
      return older;
    }
    long value = node.asLong();
    return value < 0 || value > MOST_TOKENS ? older : Long.valueOf(value);
  }
}
