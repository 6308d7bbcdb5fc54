package dev.polylogue.provider;

import dev.polylogue.conversation.Failure;
import dev.polylogue.conversation.FailureKind;
import dev.polylogue.conversation.ReplyState;

/** A call that did not reach its end, already told apart. */
public final class ProviderException extends Exception {
  private static final long serialVersionUID = 1;

  private final transient Failure failure;
  private final ReplyState outcome;

  public ProviderException(Failure failure, ReplyState outcome) {
    super(failure.message());
    this.failure = failure;
    this.outcome = outcome;
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

  /** The state that a reply ends in: failed, interrupted or truncated. */
  public ReplyState outcome() {
    return outcome;
  }
}
