package dev.polylogue.ui.chat;

import javafx.animation.PauseTransition;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.util.Duration;

/** Words for a screen reader that nobody sees; they change no faster than can be read. */
public final class LiveText extends Label {
  private static final Duration BETWEEN = Duration.millis(1_200);

  public LiveText(Announcer announcer) {
    getStyleClass().add("live-text");
    setAccessibleRole(AccessibleRole.TEXT);
    setMouseTransparent(true);
    setManaged(false);
    resize(1, 1);
    textProperty().bind(announcer.wordsProperty());
    textProperty().subscribe(text -> notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT));
    PauseTransition pause = new PauseTransition(BETWEEN);
    pause.setOnFinished(event -> announcer.speak());
    announcer.whenReady(pause::play);
  }
}
