package dev.polylogue.ui.transcript;

import java.util.UUID;

/** What a reader can ask for from inside a transcript. Called on the FX thread. */
public interface TranscriptActions {
  void retry(UUID turn);

  /** The request that waits to be sent again goes out at once. */
  void retryNow(UUID turn);

  /** The reader wants to see how a reply came about. */
  void inspect(UUID turn);

  void stop();

  /** The reader clicked a link; the receiver decides whether it is opened. */
  void openLink(String address);

  void copy(String text);
}
