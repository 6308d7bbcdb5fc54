package dev.polylogue.conversation;

import org.jspecify.annotations.Nullable;

/**
 * Tokens as the provider counted them, in one neutral form. An absent figure is null, never 0.
 *
 * @param inputTokens the whole prompt, cached tokens included
 * @param outputTokens everything generated, reasoning included
 * @param cachedTokens the share of the input that came from the provider's cache
 * @param reasoningTokens the share of the output that was reasoning
 * @param cacheWriteTokens the share of the input that was written to the provider's cache
 * @param searches how many searches the provider ran and bills
 */
public record Usage(
    @Nullable Long inputTokens,
    @Nullable Long outputTokens,
    @Nullable Long cachedTokens,
    @Nullable Long reasoningTokens,
    @Nullable Long cacheWriteTokens,
    @Nullable Long searches) {
  public static final Usage UNKNOWN = of(null, null, null, null);

  /** Without what only some providers count. */
  public static Usage of(
      @Nullable Long input,
      @Nullable Long output,
      @Nullable Long cached,
      @Nullable Long reasoning) {
    return new Usage(input, output, cached, reasoning, null, null);
  }
}
