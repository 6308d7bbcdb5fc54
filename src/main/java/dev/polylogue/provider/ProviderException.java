package dev.polylogue.provider;

import dev.polylogue.conversation.Failure;
import dev.polylogue.conversation.FailureKind;
import dev.polylogue.conversation.ReplyState;

/** A call that did not reach its end, already told apart. */
public final class ProviderException extends Exception {
  private static final long serialVersionUID = 1;

  /** Whether asking again by itself could do harm. Nothing is repeated once words have come. */
  public enum Repeat {
    /** The request may have been carried out and billed: only the user asks again. */
    NEVER,
    /** No byte of the request left this computer. */
    UNSENT,
    /**
     * The same, where it took long or there is little hope: once more is enough (F01, F03, F07).
     */
    UNSENT_ONCE,
    /** The provider refused it for now, in so many words. */
    REFUSED
  }

  private final transient Failure failure;
  private final ReplyState outcome;
  private final Repeat repeat;

  public ProviderException(Failure failure, ReplyState outcome) {
    this(failure, outcome, Repeat.NEVER);
  }

  private ProviderException(Failure failure, ReplyState outcome, Repeat repeat) {
    super(failure.message());
    this.failure = failure;
    this.outcome = outcome;
    this.repeat = repeat;
  }

  /** The same, to be repeated under the given rule. */
  public ProviderException repeatable(Repeat how) {
    return new ProviderException(failure, outcome, how);
  }

  /** The provider or the network refused the call. */
  public static ProviderException failed(Failure failure) {
    return new ProviderException(failure, ReplyState.FAILED);
  }

  public static ProviderException failed(FailureKind kind, String message) {
    return failed(Failure.of(kind, message));
  }

  /** The answer had begun and broke off. */
  public static ProviderException interrupted(FailureKind kind, String message) {
    return new ProviderException(Failure.of(kind, message), ReplyState.INTERRUPTED);
  }

  /** A limit of this program cut the answer off. */
  public static ProviderException truncated(String message) {
    return new ProviderException(Failure.of(FailureKind.TOO_LARGE, message), ReplyState.TRUNCATED);
  }

  public Failure failure() {
    return failure;
  }

  public Repeat repeat() {
    return repeat;
  }

  /** The state that a reply ends in: failed, interrupted or truncated. */
  public ReplyState outcome() {
    return outcome;
  }
}
