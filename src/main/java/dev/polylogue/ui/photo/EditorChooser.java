package dev.polylogue.ui.photo;

import dev.polylogue.conversation.ModelRef;
import dev.polylogue.provider.Capability;
import dev.polylogue.provider.ModelCard;
import dev.polylogue.ui.kit.Icons;
import dev.polylogue.ui.kit.Marks;
import dev.polylogue.ui.kit.RightToLeft;
import dev.polylogue.ui.kit.Texts;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The card in which models are searched; each can be taken or let go. FX thread. */
final class EditorChooser extends VBox {
  private static final double ROW = 34;

  private final EditorsViewModel editors;
  private final ComposeViewModel compose;
  private final Texts texts;
  private final TextField search = new TextField();
  private final ListView<ModelCard> list;
  private final ListChangeListener<ModelRef> chosen;
  private final ListChangeListener<ModelCard> offered;

  EditorChooser(
      EditorsViewModel editors, ComposeViewModel compose, Texts texts, Runnable finished) {
    this.editors = editors;
    this.compose = compose;
    this.texts = texts;
    list = new ListView<>(editors.shown());
    chosen = change -> list.refresh();
    offered = change -> list.getSelectionModel().selectFirst();
    getStyleClass().addAll("model-chooser", "editor-chooser");
    search.setPromptText(texts.get("photo.models.search"));
    search.setAccessibleText(texts.get("photo.models.search"));
    search.textProperty().bindBidirectional(editors.filterProperty());
    search.addEventFilter(KeyEvent.KEY_PRESSED, event -> onKey(event, finished));
    list.setAccessibleText(texts.get("photo.models.list"));
    list.getStyleClass().add("choices");
    list.setFixedCellSize(ROW);
    list.setFocusTraversable(false);
    list.setCellFactory(view -> new Cell());
    list.setOnMouseClicked(event -> toggle());
    Label empty = new Label(texts.get("photo.models.none"));
    empty.getStyleClass().add("muted-small");
    RightToLeft.wrap(empty);
    empty.setMaxWidth(360);
    list.setPlaceholder(empty);
    list.prefHeightProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> Math.clamp(editors.shown().size(), 3, 9) * ROW + 8, editors.shown()));
    compose.models().addListener(chosen);
    editors.shown().addListener(offered);
    list.getSelectionModel().selectFirst();
    Label hint = new Label(texts.get("photo.models.hint"));
    hint.getStyleClass().add("muted-small");
    hint.setWrapText(true);
    getChildren().addAll(search, list, complaint(), hint);
  }

  /** Why a provider's models are not among them. */
  private Label complaint() {
    Label complaint = new Label();
    complaint.getStyleClass().add("field-error");
    complaint.textProperty().bind(editors.complaintProperty());
    complaint.visibleProperty().bind(complaint.textProperty().isNotEmpty());
    complaint.managedProperty().bind(complaint.visibleProperty());
    RightToLeft.wrap(complaint);
    complaint.setMaxWidth(360);
    return complaint;
  }

  TextField search() {
    return search;
  }

  /** To be called when the card is closed. */
  void close() {
    compose.models().removeListener(chosen);
    editors.shown().removeListener(offered);
  }

  private void onKey(KeyEvent event, Runnable finished) {
    int at = list.getSelectionModel().getSelectedIndex();
    KeyCode code = event.getCode();
    if (code == KeyCode.DOWN || code == KeyCode.UP) {
      int next = at + (code == KeyCode.DOWN ? 1 : -1);
      list.getSelectionModel().select(Math.clamp(next, 0, Math.max(0, editors.shown().size() - 1)));
      list.scrollTo(Math.max(0, next - 3));
      event.consume();
    } else if (code == KeyCode.ENTER) {
      if (event.isShortcutDown()) {
        finished.run();
      } else {
        toggle();
      }
      event.consume();
    }
  }

  private void toggle() {
    ModelCard card = list.getSelectionModel().getSelectedItem();
    if (card != null) {
      compose.toggle(card.ref());
    }
  }

  private final class Cell extends ListCell<ModelCard> {
    @Override
    protected void updateItem(ModelCard card, boolean empty) {
      super.updateItem(card, empty);
      setText(null);
      setGraphic(null);
      setAccessibleText(null);
      if (empty || card == null) {
        return;
      }
      setPrefWidth(0);
      boolean on = compose.models().contains(card.ref());
      Label name = new Label(card.ref().model());
      name.setMinWidth(60);
      Label provider = new Label(card.ref().provider());
      provider.getStyleClass().add("muted-small");
      provider.setMinWidth(0);
      HBox line = new HBox(8, Marks.of(card.ref().provider()), name, provider, TileView.gap());
      line.setAlignment(Pos.CENTER_LEFT);
      if (!card.facts().may(Capability.MASK)) {
        Label none = new Label(texts.get("photo.mask.none"));
        none.getStyleClass().add("muted-small");
        none.setMinWidth(USE_PREF_SIZE);
        line.getChildren().add(none);
      }
      if (on) {
        line.getChildren().add(Icons.of(Feather.CHECK));
      }
      setGraphic(line);
      setAccessibleText(
          texts.get(on ? "photo.models.on" : "photo.models.off", card.ref().toString()));
    }
  }
}
