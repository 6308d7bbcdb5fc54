package dev.polylogue.ui.history;

import atlantafx.base.theme.Styles;
import dev.polylogue.ui.kit.Buttons;
import dev.polylogue.ui.kit.RightToLeft;
import dev.polylogue.ui.kit.Texts;
import java.util.List;
import java.util.UUID;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * Below the list: what can be done with several chosen comparisons, what was done and can be taken
 * back, and what is asked before something goes for good. Nothing of it stands in the way. FX
 * thread.
 */
final class OrderBar extends VBox {
  private final HistoryViewModel history;
  private final OrderViewModel order;
  private final Texts texts;
  private final Runnable clear;
  private final Runnable back;

  /**
   * @param clear lets go of what is chosen
   * @param back gives the keyboard back to the list
   */
  OrderBar(HistoryView.Models models, Texts texts, Runnable clear, Runnable back) {
    this.history = models.history();
    this.order = models.order();
    this.texts = texts;
    this.clear = clear;
    this.back = back;
    getStyleClass().add("order-bar");
    history.chosen().addListener((ListChangeListener<UUID>) change -> show());
    order.stripProperty().addListener((property, before, now) -> show());
    history.drawerProperty().addListener((property, before, now) -> show());
    addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    show();
  }

  private void onKey(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      order.dismiss();
      back.run();
      event.consume();
    }
  }

  private void show() {
    boolean focused = isFocusWithin();
    switch (order.stripProperty().get()) {
      case Strip.None none -> {
        if (history.chosen().size() > 1) {
          getChildren().setAll(selection());
        } else {
          getChildren().clear();
        }
      }
      case Strip.Done done -> getChildren().setAll(done(done));
      case Strip.Forget forget -> getChildren().setAll(forget(forget));
      case Strip.Naming naming -> {
        NameField field = new NameField(order, texts, naming, back);
        getChildren().setAll(field);
        field.begin();
      }
    }
    setVisible(!getChildren().isEmpty());
    setManaged(isVisible());
    if (focused && !isFocusWithin()) {
      back.run();
    }
  }

  private Node selection() {
    List<UUID> chosen = List.copyOf(history.chosen());
    Label words = new Label(texts.get("order.chosen", chosen.size()));
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox head = new HBox(4, words, icon(Feather.X, "order.chooseNone", clear));
    head.setAlignment(Pos.CENTER_LEFT);
    HBox row = new HBox(2);
    row.setTranslateX(-6); // so that the first icon stands below the first letter
    if (order.inTrash()) {
      row.getChildren()
          .addAll(
              icon(Feather.CORNER_UP_LEFT, "order.restore", () -> order.restore(chosen)),
              icon(Feather.X_CIRCLE, "order.forget", () -> order.delete(chosen)));
    } else {
      row.getChildren()
          .addAll(
              icon(Feather.MAP_PIN, "order.pinOrUnpin", () -> order.togglePin(chosen)),
              icon(
                  Feather.FOLDER, "order.newFolder", () -> order.ask(Strip.Purpose.FOLDER, chosen)),
              icon(Feather.TAG, "order.newTag", () -> order.ask(Strip.Purpose.TAG, chosen)),
              icon(Feather.COPY, "order.duplicate", () -> order.duplicate(chosen)),
              icon(Feather.TRASH_2, "order.delete", () -> order.delete(chosen)));
    }
    return new VBox(2, head, row);
  }

  private Node done(Strip.Done done) {
    HBox row = new HBox(4, words(done.words()));
    row.setAlignment(Pos.CENTER_LEFT);
    if (!done.trashed().isEmpty()) {
      Button undo =
          Buttons.words(
              texts.get("order.undo"), order::undo, Styles.SMALL, Styles.ACCENT, Styles.FLAT);
      undo.setMinWidth(Region.USE_PREF_SIZE);
      row.getChildren().add(undo);
    }
    row.getChildren().add(icon(Feather.X, "shell.dismiss", order::dismiss));
    return row;
  }

  private Node forget(Strip.Forget forget) {
    int count = forget.comparisons().size();
    Label words =
        words(count == 0 ? texts.get("order.askForgetAll") : texts.get("order.askForget", count));
    Button yes =
        Buttons.words(
            texts.get("order.forget"),
            () -> order.forget(forget.comparisons()),
            Styles.SMALL,
            Styles.DANGER);
    Button no = Buttons.words(texts.get("order.keep"), order::dismiss, Styles.SMALL);
    HBox buttons = new HBox(8, yes, no);
    VBox card = new VBox(8, words, buttons);
    card.getStyleClass().add("order-ask");
    no.sceneProperty()
        .subscribe(
            scene -> {
              if (scene != null) {
                no.requestFocus();
              }
            });
    return card;
  }

  private static Label words(String text) {
    Label words = new Label(text);
    RightToLeft.wrap(words);
    words.setMaxWidth(Double.MAX_VALUE);
    words.setMinHeight(Region.USE_PREF_SIZE);
    HBox.setHgrow(words, Priority.ALWAYS);
    return words;
  }

  private Button icon(Feather icon, String key, Runnable action) {
    return Buttons.icon(icon, texts.get(key), action);
  }
}
