package dev.polylogue.conversation;

import java.util.Locale;

/** Why a reply is not complete, in words that scripts can rely on. */
public enum FailureKind {
  DNS,
  CONNECT,
  TLS,
  TIMEOUT,
  AUTH,
  PERMISSION,
  NOT_FOUND,
  BAD_REQUEST,
  CONTEXT_LENGTH,
  CONTENT_FILTER,
  RATE_LIMIT,
  QUOTA,
  OVERLOADED,
  SERVER,
  REDIRECT,
  PROTOCOL,
  DISCONNECTED,
  TOO_LARGE,
  UNSUPPORTED;

  /** As written in the history and on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static FailureKind of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
