package dev.polylogue.provider.gemini;

import dev.polylogue.conversation.Usage;
import dev.polylogue.provider.ChatEvent;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Counts in the one neutral form ({@code providers.md}, 8.1): the last count of a request holds,
 * and the requests of a continued answer add up, as each is billed.
 */
final class Tally {
  /** More tokens than any window holds (F96). */
  private static final long MOST_TOKENS = 1_000_000_000_000L;

  private Usage before = Usage.UNKNOWN;
  private Usage now = Usage.UNKNOWN;

  void read(JsonNode usage) {
    Long input = sum(tokens(usage, "promptTokenCount"), tokens(usage, "toolUsePromptTokenCount"));
    Long cached = tokens(usage, "cachedContentTokenCount");
    Long thoughts = tokens(usage, "thoughtsTokenCount");
    if (cached != null && input != null) {
      cached = Math.min(cached, input);
    }
    now = Usage.of(input, sum(tokens(usage, "candidatesTokenCount"), thoughts), cached, thoughts);
  }

  /**
   * @param searches of the whole answer
   */
  ChatEvent.Counted counted(@Nullable Long searches) {
    return new ChatEvent.Counted(
        new Usage(
            sum(before.inputTokens(), now.inputTokens()),
            sum(before.outputTokens(), now.outputTokens()),
            sum(before.cachedTokens(), now.cachedTokens()),
            sum(before.reasoningTokens(), now.reasoningTokens()),
            null,
            searches),
        null);
  }

  /** A further request for the same answer follows. */
  void nextRequest() {
    before = counted(null).usage();
    now = Usage.UNKNOWN;
  }

  private static @Nullable Long sum(@Nullable Long one, @Nullable Long other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one + other;
  }

  private static @Nullable Long tokens(JsonNode usage, String field) {
    JsonNode node = usage.path(field);
    if (!node.isNumber() || !node.canConvertToLong()) {
      return null;
    }
    long value = node.asLong();
    return value < 0 || value > MOST_TOKENS ? null : value;
  }
}
