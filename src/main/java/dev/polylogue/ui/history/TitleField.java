package dev.polylogue.ui.history;

import dev.polylogue.ui.kit.Texts;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** A title that is being written in the list: Enter keeps, Escape gives up. FX thread. */
final class TitleField extends TextField {
  private final Consumer<@Nullable String> done;
  private boolean ended;

  /**
   * @param done called once, with null when the writing was given up
   */
  TitleField(String title, Texts texts, Consumer<@Nullable String> done) {
    super(title);
    this.done = done;
    getStyleClass().add("entry-field");
    setAccessibleText(texts.get("order.rename"));
  }

  /**
   * Takes the keyboard.
   *
   * @param back gets it afterwards
   */
  void begin(Node back) {
    setOnAction(event -> end(getText(), back));
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            end(null, back);
            event.consume();
          }
        });
    focusedProperty()
        .addListener(
            (property, before, now) -> {
              if (!now) {
                end(getText(), null);
              }
            });
    requestFocus();
    selectAll();
  }

  private void end(@Nullable String written, @Nullable Node back) {
    if (!ended) {
      ended = true;
      if (back != null) {
        back.requestFocus();
      }
      done.accept(written);
    }
  }
}
