package dev.polylogue.conversation;

import org.jspecify.annotations.Nullable;

/**
 * Why a reply did not become complete.
 *
 * @param status the HTTP status, or null when none was received
 * @param message a sentence for the user that holds the provider's own words where there are any
 * @param retryAfterSeconds how long the provider asked to wait, or null
 */
public record Failure(
    FailureKind kind,
    @Nullable Integer status,
    String message,
    @Nullable Double retryAfterSeconds) {

  public static Failure of(FailureKind kind, String message) {
    return new Failure(kind, null, message, null);
  }
}
