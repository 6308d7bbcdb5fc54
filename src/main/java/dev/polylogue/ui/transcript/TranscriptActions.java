package dev.polylogue.ui.transcript;

import java.util.List;
import java.util.UUID;

/** What a reader can ask for from inside a transcript. Called on the FX thread. */
public interface TranscriptActions {
  void retry(UUID turn);

  /**
   * Another of the replies to a message, which is in use from then on.
   *
   * @param by 1 for the next one, -1 for the one before
   */
  void stepReply(UUID turn, int by);

  /** Another wording of a message, with all that follows it. */
  void stepPrompt(UUID turn, int by);

  /** The request that waits to be sent again goes out at once. */
  void retryNow(UUID turn);

  /** The reader wants to see how a reply came about. */
  void inspect(UUID turn);

  void stop();

  /** The reader clicked a link; the receiver decides whether it is opened. */
  void openLink(String address);

  void copy(String text);

  /** What else can be done with a turn, in the order in which it is offered. */
  List<TurnAction> turnActions();
}
