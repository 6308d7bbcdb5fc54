package dev.polylogue.ui.transcript;

import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.util.Duration;

/**
 * A quiet button that copies something and says for a moment that it was done, in its name too, so
 * that a screen reader tells it. FX thread.
 */
final class CopyButton extends Button {
  private static final Duration MOMENT = Duration.seconds(2);

  /**
   * @param words on the button
   * @param name for assistive technology
   * @param done words and name once it was copied
   */
  CopyButton(
      String words, String name, String done, TranscriptActions actions, Supplier<String> copied) {
    super(words);
    getStyleClass().addAll("flat", "box-button");
    setAccessibleText(name);
    PauseTransition pause = new PauseTransition(MOMENT);
    pause.setOnFinished(
        event -> {
          setText(words);
          setAccessibleText(name);
        });
    setOnAction(
        event -> {
          actions.copy(copied.get());
          setText(done);
          setAccessibleText(done);
          pause.playFromStart();
        });
  }
}
