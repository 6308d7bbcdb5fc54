package dev.polylogue.run;

import dev.polylogue.conversation.Failure;
import dev.polylogue.conversation.FailureKind;
import dev.polylogue.provider.ProviderException;
import java.time.Duration;
import java.util.Optional;

/**
 * Whether a request that got no answer is sent again by itself, and after how long ({@code
 * faults.md} 4.1, R-pre and R-refuse). Pure. That nothing is repeated once an answer has begun is
 * the business of {@link Run}.
 */
final class RetryRule {
  static final int MOST_ATTEMPTS = 3;

  /** A longer wait is for the user to decide on. */
  private static final double MOST_SECONDS = 60;

  /** The share of a wait of our own that chance may take off ({@code providers.md} 12.5). */
  private static final double JITTER = 0.25;

  private RetryRule() {}

  /**
   * How long to wait before the next attempt; empty when there is none.
   *
   * @param attempt the one that failed, from 1
   * @param jitter from 0 to 1
   */
  static Optional<Duration> wait(int attempt, ProviderException failed, double jitter) {
    if (attempt >= most(failed)) {
      return Optional.empty();
    }
    double own = 1 - JITTER * jitter;
    return switch (failed.repeat()) {
      case NEVER -> Optional.empty();
      case UNSENT, UNSENT_ONCE -> Optional.of(seconds((attempt == 1 ? 0.5 : 2) * own));
      case REFUSED -> refused(attempt, failed.failure(), own);
    };
  }

  /** How many attempts a failure of this kind allows in all. */
  static int most(ProviderException failed) {
    return switch (failed.repeat()) {
      case NEVER -> 1;
      case UNSENT_ONCE -> 2;
      case UNSENT, REFUSED -> MOST_ATTEMPTS;
    };
  }

  /** The provider's hint to the letter; one of 0 is none, since it was busy a moment ago (F34). */
  private static Optional<Duration> refused(int attempt, Failure failure, double own) {
    boolean passes =
        failure.kind() == FailureKind.RATE_LIMIT || failure.kind() == FailureKind.OVERLOADED;
    Double hint = failure.retryAfterSeconds();
    if (!passes || (hint != null && hint > MOST_SECONDS)) {
      return Optional.empty();
    }
    boolean hinted = hint != null && hint > 0;
    return Optional.of(seconds(hinted ? hint : (1 << (attempt - 1)) * own));
  }

  /** The failure of the last attempt, which also says how many there were. */
  static Failure told(Failure failure, int attempts) {
    return attempts == 1
        ? failure
        : new Failure(
            failure.kind(),
            failure.status(),
            "%s Tried %d times.".formatted(failure.message(), attempts),
            failure.retryAfterSeconds());
  }

  private static Duration seconds(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1000));
  }
}
