package dev.polylogue.ui.transcript;

import dev.polylogue.ui.kit.Texts;
import javafx.beans.value.ObservableDoubleValue;
import javafx.scene.Node;

/**
 * A control inside the text. Equal widgets look and act alike, so that one is replaced only when it
 * has changed.
 */
interface Widget {

  /** A new node for a line that has come into view. FX thread. */
  Node node(Surroundings surroundings);

  /** What stands for it when text is copied; empty for nothing. */
  default String plainText() {
    return "";
  }

  /** The same as Markdown. */
  default String markdown() {
    return plainText();
  }

  /**
   * What a widget finds around it.
   *
   * @param width of the text in pixels
   * @param height of what is seen of the transcript at once, in pixels
   */
  record Surroundings(
      ObservableDoubleValue width,
      ObservableDoubleValue height,
      Texts texts,
      TranscriptActions actions) {}
}
