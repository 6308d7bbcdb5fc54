package dev.polylogue.run;

import dev.polylogue.provider.ProviderException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How a run deals with what goes wrong for now.
 *
 * @param attempts how often a request is sent at most, 1 for never again
 * @param pause waits between the attempts, and before a reply is tried again to be stored
 * @param jitter from 0 to 1, so that eight panes do not all come back in the same moment
 * @param untilStored whether a reply that can't be stored is tried again for as long as the program
 *     runs, instead of for a quarter of a minute
 */
public record Patience(int attempts, Pause pause, DoubleSupplier jitter, boolean untilStored) {
  /** Asks once and waits for nothing. */
  public static final Patience NONE = new Patience(1, (over, time) -> false, () -> 0);

  public Patience(int attempts, Pause pause, DoubleSupplier jitter) {
    this(attempts, pause, jitter, false);
  }

  /** As often as {@code faults.md} 4.1 allows for a chat. */
  public static Patience usual(Pause pause, DoubleSupplier jitter) {
    return new Patience(RetryRule.MOST_ATTEMPTS, pause, jitter);
  }

  /** The same for a program that somebody sits before, who can make room on the disk. */
  public Patience untilEverythingIsStored() {
    return new Patience(attempts, pause, jitter, true);
  }

  /**
   * The wait that follows a failed attempt, or null when there is no other attempt.
   *
   * @param attempt from 1
   */
  Snapshot.@Nullable Retry next(int attempt, ProviderException failed) {
    Optional<Duration> time =
        attempt < attempts
            ? RetryRule.wait(attempt, failed, jitter.getAsDouble())
            : Optional.empty();
    return time.map(
            wait ->
                new Snapshot.Retry(
                    attempt + 1,
                    Math.min(attempts, RetryRule.most(failed)),
                    wait.toMillis() / 1000.0,
                    failed.failure().message()))
        .orElse(null);
  }
}
