package dev.polylogue.conversation;

import java.util.Locale;

/**
 * The life of a reply: {@code queued → connecting → waiting → streaming}, then exactly one end. A
 * state may be skipped, never taken back.
 */
public enum ReplyState {
  QUEUED,
  CONNECTING,
  WAITING,
  STREAMING,
  /** The protocol's own end marker came. */
  COMPLETE,
  /** The user stopped it. */
  STOPPED,
  /** The provider or the network refused it; see {@link Failure}. */
  FAILED,
  /** It broke off: the connection ended without an end marker, or the program ended. */
  INTERRUPTED,
  /** A limit of this program cut it off. */
  TRUNCATED;

  public boolean isLive() {
    return compareTo(COMPLETE) < 0;
  }

  public boolean canBecome(ReplyState next) {
    return isLive() && next.compareTo(this) > 0;
  }

  /** As written in the history and on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static ReplyState of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
