package dev.polylogue.ui.history;

import dev.polylogue.ui.kit.Buttons;
import dev.polylogue.ui.kit.Icons;
import dev.polylogue.ui.kit.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/** The field above the list in which the history is searched. FX thread. */
public final class SearchField extends HBox {
  private final SearchViewModel model;
  private final SearchResults results;
  private final TextField field = new TextField();

  public SearchField(SearchViewModel model, SearchResults results, Texts texts) {
    super(4);
    this.model = model;
    this.results = results;
    getStyleClass().add("search-field");
    setAlignment(Pos.CENTER_LEFT);
    field.setPromptText(texts.get("search.prompt"));
    field.setAccessibleText(texts.get("search.name"));
    field.setAccessibleHelp(texts.get("search.syntax"));
    field.textProperty().bindBidirectional(model.wordsProperty());
    HBox.setHgrow(field, Priority.ALWAYS);
    Button clear = Buttons.icon(Feather.X, texts.get("search.clear"), this::clear);
    clear.visibleProperty().bind(field.textProperty().isNotEmpty());
    clear.managedProperty().bind(clear.visibleProperty());
    getChildren().addAll(Icons.of(Feather.SEARCH), field, clear);
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    results.whenLeft(this::focusWords);
  }

  /** Goes to the field; what stands in it is selected, to be typed over. */
  public void focusWords() {
    field.requestFocus();
    field.selectAll();
  }

  private void clear() {
    model.clear();
    field.requestFocus();
  }

  private void pressed(KeyEvent event) {
    KeyCode code = event.getCode();
    if (code == KeyCode.ESCAPE && !field.getText().isEmpty()) {
      clear();
      event.consume();
    } else if (code == KeyCode.DOWN && model.activeProperty().get()) {
      results.enter();
      event.consume();
    } else if (code == KeyCode.ENTER && field.isFocused() && model.activeProperty().get()) {
      results.openFirst();
      event.consume();
    }
  }
}
