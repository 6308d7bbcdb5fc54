package dev.polylogue.ui.history;

import dev.polylogue.conversation.Found;
import dev.polylogue.ui.kit.Texts;
import java.time.Clock;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What was found, in the place of the list while something is looked for. FX thread. */
public final class SearchResults extends VBox {
  private final Consumer<Found> open;
  private final ListView<Found> list;
  private Runnable left = () -> {};

  /**
   * @param clock says which days were today and yesterday
   * @param open shows a place
   */
  public SearchResults(SearchViewModel model, Texts texts, Clock clock, Consumer<Found> open) {
    this.open = open;
    this.list = new ListView<>(model.rows());
    getStyleClass().add("search-results");
    list.getStyleClass().addAll("history", "found");
    list.setAccessibleText(texts.get("search.results"));
    list.setCellFactory(view -> new SearchCell(model, texts, clock));
    list.setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY) {
            openSelected();
          }
        });
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    Label nothing = new Label(texts.get("search.syntax"));
    nothing.getStyleClass().addAll("nothing", "muted-small");
    nothing.setWrapText(true);
    list.setPlaceholder(nothing);
    VBox.setVgrow(list, Priority.ALWAYS);
    Label status = new Label();
    status.getStyleClass().addAll("muted-small", "search-status");
    status.textProperty().bind(model.statusProperty());
    getChildren().addAll(status, list);
    visibleProperty().bind(model.activeProperty());
    managedProperty().bind(visibleProperty());
    model.wordsProperty().subscribe(words -> list.scrollTo(0));
  }

  /** Runs when the reader goes up from the first place. */
  void whenLeft(Runnable action) {
    left = action;
  }

  /** Takes the keyboard; the first place is chosen where none is. */
  void enter() {
    if (!list.getItems().isEmpty()) {
      list.requestFocus();
      if (list.getSelectionModel().getSelectedIndex() < 0) {
        list.getSelectionModel().selectFirst();
      }
    }
  }

  void openFirst() {
    if (!list.getItems().isEmpty()) {
      list.getSelectionModel().selectFirst();
      openSelected();
    }
  }

  private void openSelected() {
    Found found = list.getSelectionModel().getSelectedItem();
    if (found != null) {
      open.accept(found);
    }
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      openSelected();
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE
        || event.getCode() == KeyCode.UP && list.getSelectionModel().getSelectedIndex() <= 0) {
      left.run();
      event.consume();
    }
  }
}
