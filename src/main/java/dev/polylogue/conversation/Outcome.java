package dev.polylogue.conversation;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a reply beside its words. All of it comes from the provider's answer.
 *
 * @param reportedModel the model name in the response, which may differ from the one asked for
 * @param requestId the provider's name for the request, for a support case
 * @param finishReason {@code stop}, {@code length}, {@code tool_calls}, {@code content_filter}, or
 *     the provider's own word where it has another
 */
public record Outcome(
    @Nullable String reportedModel,
    @Nullable String requestId,
    @Nullable String finishReason,
    @Nullable Usage usage,
    @Nullable Cost cost,
    @Nullable Failure failure) {

  public static final Outcome NONE = new Outcome(null, null, null, null, null, null);

  public Outcome with(Failure changed) {
    return new Outcome(reportedModel, requestId, finishReason, usage, cost, changed);
  }
}
