package dev.polylogue.conversation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a reply beside its words.
 *
 * @param finishReason {@code stop}, {@code length}, {@code tool_calls}, {@code content_filter}, or
 *     the provider's own word where it has another
 * @param warnings what was dropped, clamped or changed on the way
 */
public record Outcome(
    Origin origin,
    @Nullable String finishReason,
    @Nullable Usage usage,
    @Nullable Cost cost,
    List<Warning> warnings,
    @Nullable Failure failure) {
  /**
   * Who answered, in the response's own words.
   *
   * @param reportedModel the model name in the response, which may differ from the one asked for
   * @param requestId the provider's name for the request, for a support case
   */
  public record Origin(@Nullable String reportedModel, @Nullable String requestId) {
    public static final Origin UNKNOWN = new Origin(null, null);
  }

  public static final Outcome NONE = new Outcome(Origin.UNKNOWN, null, null, null, List.of(), null);

  public Outcome {
    warnings = List.copyOf(warnings);
  }

  public @Nullable String reportedModel() {
    return origin.reportedModel();
  }

  public @Nullable String requestId() {
    return origin.requestId();
  }

  public Outcome with(Failure changed) {
    return new Outcome(origin, finishReason, usage, cost, warnings, changed);
  }
}
