package dev.polylogue.conversation;

import org.jspecify.annotations.Nullable;

/**
 * When things happened, in milliseconds since the reply left the queue. Absent figures are null.
 *
 * @param firstThought the first piece of reasoning
 * @param firstToken the first piece of the answer itself
 * @param lastToken the last piece of either
 * @param total the end of the reply, however it ended
 * @param course what happened in between
 */
public record Timing(
    @Nullable Long firstThought,
    @Nullable Long firstToken,
    @Nullable Long lastToken,
    @Nullable Long total,
    Course course) {

  /** Tokens that came in less time, in milliseconds, came in one piece, and at no rate. */
  private static final long SHORTEST = 50;

  public static final Timing NONE = new Timing(null, null, null, null);

  /** Of which no more is known. */
  public Timing(
      @Nullable Long firstThought,
      @Nullable Long firstToken,
      @Nullable Long lastToken,
      @Nullable Long total) {
    this(firstThought, firstToken, lastToken, total, Course.NONE);
  }

  /** From the request that was answered to the first piece of the answer, or null. */
  public @Nullable Long toFirstToken() {
    return sinceSent(firstToken);
  }

  /** From the request that was answered to the first piece of the answer or of reasoning. */
  public @Nullable Long toFirstWord() {
    return sinceSent(firstThought != null ? firstThought : firstToken);
  }

  private @Nullable Long sinceSent(@Nullable Long at) {
    Long sent = course.sent();
    return at == null || sent == null ? at : Long.valueOf(at - sent);
  }

  /**
   * Tokens a second from the first generated token to the last, by the provider's own count, or
   * null where that would be a guess. Reasoning counts when it was streamed, since its time counts
   * too; reasoning that stayed hidden is taken off, since it passed before the first token.
   */
  public @Nullable Double tokensPerSecond(@Nullable Usage usage) {
    if (usage == null || usage.outputTokens() == null || lastToken == null) {
      return null;
    }
    Long first = firstThought != null ? firstThought : firstToken;
    long hidden =
        firstThought == null && usage.reasoningTokens() != null ? usage.reasoningTokens() : 0;
    long tokens = usage.outputTokens() - hidden;
    if (first == null || lastToken - first < SHORTEST || tokens < 2) {
      return null;
    }
    return (tokens - 1) * 1000.0 / (lastToken - first);
  }
}
