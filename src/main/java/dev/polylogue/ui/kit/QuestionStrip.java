package dev.polylogue.ui.kit;

import javafx.beans.value.ObservableStringValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/**
 * A question that stands between what was written and its sending, for as long as there is one.
 * Escape is a no. FX thread.
 */
public class QuestionStrip extends HBox {
  private final Button keep;

  /**
   * One of the two answers.
   *
   * @param style of its button
   */
  public record Answer(String words, Runnable action, String style) {}

  /**
   * @param question empty where there is none
   * @param done called when it is answered, to go on writing
   */
  public QuestionStrip(ObservableStringValue question, Answer no, Answer yes, Runnable done) {
    super(8);
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("question");
    Label words = new Label();
    RightToLeft.wrap(words);
    words.setMinHeight(USE_PREF_SIZE);
    words.textProperty().bind(question);
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMaxWidth(Double.MAX_VALUE);
    visibleProperty().bind(words.textProperty().isNotEmpty());
    managedProperty().bind(visibleProperty());
    keep = button(no, done);
    getChildren().addAll(words, keep, button(yes, done));
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            keep.fire();
            event.consume();
          }
        });
  }

  /** Before a picture goes to a host for the first time; the keyboard goes to the no. */
  public static QuestionStrip of(HostQuestion question, Texts texts, Runnable done) {
    QuestionStrip strip =
        new QuestionStrip(
            question.wordsProperty(),
            new Answer(texts.get("composer.key.keep"), question::keep, ""),
            new Answer(texts.get("hosts.send"), question::send, "accent"),
            done);
    strip
        .visibleProperty()
        .subscribe(
            shown -> {
              if (shown) {
                strip.takeFocus();
              }
            });
    return strip;
  }

  /** The keyboard goes to the no. */
  public void takeFocus() {
    keep.requestFocus();
  }

  private static Button button(Answer answer, Runnable done) {
    Button button =
        Buttons.words(
            answer.words,
            () -> {
              answer.action.run();
              done.run();
            },
            answer.style);
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }
}
