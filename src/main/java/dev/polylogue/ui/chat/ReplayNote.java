package dev.polylogue.ui.chat;

/**
 * How far the user's messages have been asked again.
 *
 * @param number of the message that was asked last, counted from 1
 * @param of how many there are
 */
public record ReplayNote(int number, int of, State state) {

  /** What has become of that message. */
  public enum State {
    ASKING,
    /** It ended there, without an answer. */
    STOPPED,
    /** It ended there, and the answer came later. */
    ANSWERED
  }

  ReplayNote with(State changed) {
    return new ReplayNote(number, of, changed);
  }
}
