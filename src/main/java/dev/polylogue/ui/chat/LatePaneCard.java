package dev.polylogue.ui.chat;

import atlantafx.base.theme.Styles;
import dev.polylogue.ui.kit.Buttons;
import dev.polylogue.ui.kit.Texts;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/** Asks with what a pane begins that comes to a comparison that has turns. FX thread. */
public final class LatePaneCard extends VBox {
  /** With what it begins. */
  public enum Start {
    EMPTY,
    COPY,
    REPLAY
  }

  private final Texts texts;
  private final Consumer<Start> chosen;
  private final Button first;

  /**
   * @param model of the pane whose thread would be copied
   * @param messages how many there are to be asked again
   */
  public LatePaneCard(String model, int messages, Texts texts, Consumer<Start> chosen) {
    this.texts = texts;
    this.chosen = chosen;
    getStyleClass().add("late-pane");
    Label title = new Label(texts.get("pane.late"));
    title.getStyleClass().add("section-title");
    first = choice("empty", Start.EMPTY, texts.get("pane.late.empty"));
    first.getStyleClass().add(Styles.ACCENT);
    first.setDefaultButton(true);
    getChildren()
        .addAll(
            title,
            first,
            about("pane.late.empty.about"),
            choice("copy", Start.COPY, texts.get("pane.late.copy", model)),
            about("pane.late.copy.about"),
            choice("replay", Start.REPLAY, texts.get("pane.late.replay", messages)),
            about("pane.late.replay.about"));
    addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
  }

  /** The choice that holds where nobody chooses another. */
  public Button first() {
    return first;
  }

  private Button choice(String name, Start start, String words) {
    Button button = Buttons.words(words, () -> chosen.accept(start));
    button.setId("late-" + name);
    button.setMaxWidth(Double.MAX_VALUE);
    return button;
  }

  private Label about(String key) {
    Label about = new Label(texts.get(key));
    about.getStyleClass().add("muted-small");
    about.setWrapText(true);
    return about;
  }

  /** The choices stand one below the other, so the arrows lead from one to the next. */
  private void onKey(KeyEvent event) {
    int by = event.getCode() == KeyCode.DOWN ? 1 : event.getCode() == KeyCode.UP ? -1 : 0;
    if (by != 0) {
      var buttons = getChildren().stream().filter(Button.class::isInstance).toList();
      int now = buttons.indexOf(getScene().getFocusOwner());
      Node next = buttons.get(Math.floorMod(now + by, buttons.size()));
      next.requestFocus();
      event.consume();
    }
  }
}
