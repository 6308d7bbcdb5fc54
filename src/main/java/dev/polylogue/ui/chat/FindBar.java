package dev.polylogue.ui.chat;

import dev.polylogue.ui.kit.Buttons;
import dev.polylogue.ui.kit.Icons;
import dev.polylogue.ui.kit.Texts;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The bar above the panes in which words are looked for. FX thread. */
public final class FindBar extends HBox {
  private final FindViewModel find;
  private final Reading reading;
  private final Texts texts;
  private final TextField field = new TextField();
  private @Nullable Node before;

  public FindBar(FindViewModel find, Reading reading, Texts texts) {
    super(4);
    this.find = find;
    this.reading = reading;
    this.texts = texts;
    getStyleClass().add("find-bar");
    setAlignment(Pos.CENTER_LEFT);
    field.setPromptText(texts.get("find.prompt"));
    field.setAccessibleText(texts.get("find.name"));
    field.textProperty().bindBidirectional(find.wordsProperty());
    HBox.setHgrow(field, Priority.ALWAYS);
    field.setMaxWidth(420);
    Label status = new Label();
    status.getStyleClass().add("muted");
    status.setMinWidth(Region.USE_PREF_SIZE);
    status.textProperty().bind(find.statusProperty());
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    getChildren()
        .addAll(
            Icons.of(Feather.SEARCH),
            field,
            toggle("Aa", "find.case", find.matchCaseProperty()),
            toggle("W", "find.whole", find.wholeWordsProperty()),
            Buttons.icon(Feather.CHEVRON_UP, texts.get("find.previous"), find::previous),
            Buttons.icon(Feather.CHEVRON_DOWN, texts.get("find.next"), find::next),
            status,
            space,
            Buttons.icon(Feather.X, texts.get("find.close"), this::close));
    visibleProperty().bind(find.openProperty());
    managedProperty().bind(find.openProperty());
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
  }

  private ToggleButton toggle(
      String sign, String key, javafx.beans.property.BooleanProperty property) {
    ToggleButton toggle = new ToggleButton(sign);
    toggle.setMnemonicParsing(false);
    toggle.getStyleClass().addAll("flat", "find-toggle");
    toggle.selectedProperty().bindBidirectional(property);
    Buttons.named(toggle, texts.get(key));
    return toggle;
  }

  /** Opens the bar, or goes back to its field. */
  public void open() {
    if (!find.openProperty().get()) {
      String selected = reading.selected();
      if (!selected.isEmpty()) {
        find.wordsProperty().set(selected);
      }
      find.openProperty().set(true);
      // What gives way to the bar has given the keyboard away.
      before = getScene().getFocusOwner();
    }
    field.requestFocus();
    field.selectAll();
  }

  /** Closes the bar; the keyboard goes back to where it was. */
  public void close() {
    boolean inside = isFocusWithin();
    find.close();
    Node back = before;
    before = null;
    if (inside && back != null && getScene().equals(back.getScene())) {
      back.requestFocus();
    }
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      close();
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER && field.isFocused()) {
      if (event.isShiftDown()) {
        find.previous();
      } else {
        find.next();
      }
      event.consume();
    }
  }
}
