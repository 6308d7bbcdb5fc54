package dev.polylogue.conversation;

import org.jspecify.annotations.Nullable;

/**
 * Tokens as the provider counted them, in one neutral form. An absent figure is null, never 0.
 *
 * @param inputTokens the whole prompt, cached tokens included
 * @param outputTokens everything generated, reasoning included
 * @param cachedTokens the share of the input that came from the provider's cache
 * @param reasoningTokens the share of the output that was reasoning
 */
public record Usage(
    @Nullable Long inputTokens,
    @Nullable Long outputTokens,
    @Nullable Long cachedTokens,
    @Nullable Long reasoningTokens) {}
