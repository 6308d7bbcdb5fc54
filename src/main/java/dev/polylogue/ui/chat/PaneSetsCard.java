package dev.polylogue.ui.chat;

import dev.polylogue.conversation.ModelRef;
import dev.polylogue.settings.Shelf.PaneSet;
import dev.polylogue.ui.chat.PaneSetsViewModel.Line;
import dev.polylogue.ui.kit.Buttons;
import dev.polylogue.ui.kit.Texts;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** The card in which a named set of panes is found, started, renamed or deleted. FX thread. */
public final class PaneSetsCard extends VBox {
  private static final double ROW = 48;

  private final PaneSetsViewModel model;
  private final Texts texts;
  private final Consumer<PaneSet> start;
  private final TextField search = new TextField();
  private final ListView<Line> list;
  private final HBox tools = new HBox(8);
  private final Subscription changed;

  /**
   * @param start receives the set that was chosen
   */
  public PaneSetsCard(PaneSetsViewModel model, Texts texts, Consumer<PaneSet> start) {
    super(8);
    this.model = model;
    this.texts = texts;
    this.start = start;
    this.list = new ListView<>(model.lines());
    getStyleClass().add("model-chooser");
    search.setPromptText(texts.get("sets.search"));
    search.setAccessibleText(texts.get("sets.search"));
    search.textProperty().bindBidirectional(model.filterProperty());
    search.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    list.getStyleClass().add("choices");
    list.setAccessibleText(texts.get("sets.list"));
    list.setCellFactory(view -> new PaneSetCell(texts));
    list.setFocusTraversable(false);
    list.setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2) {
            startSelected();
          }
        });
    list.prefHeightProperty()
        .bind(Bindings.max(2, Bindings.size(model.lines())).multiply(ROW).add(16));
    Label nothing = new Label(texts.get("sets.none"));
    nothing.getStyleClass().add("nothing");
    nothing.setWrapText(true);
    list.setPlaceholder(nothing);
    changed = model.lines().subscribe(this::selectFirst);
    selectFirst();
    VBox.setVgrow(list, Priority.ALWAYS);
    Label hint = new Label(texts.get("sets.hint"));
    hint.getStyleClass().add("muted-small");
    hint.setWrapText(true);
    offer();
    getChildren().addAll(search, list, tools, hint);
  }

  /** To be called when the card is closed. */
  public void close() {
    changed.unsubscribe();
  }

  private void selectFirst() {
    if (!list.getItems().isEmpty()) {
      list.getSelectionModel().select(0);
    }
  }

  public TextField search() {
    return search;
  }

  private @Nullable Line selected() {
    return list.getSelectionModel().getSelectedItem();
  }

  private void onKey(KeyEvent event) {
    int at = list.getSelectionModel().getSelectedIndex();
    KeyCode code = event.getCode();
    if (code == KeyCode.DOWN || code == KeyCode.UP) {
      int to = at + (code == KeyCode.DOWN ? 1 : -1);
      list.getSelectionModel().select(Math.clamp(to, 0, Math.max(0, model.lines().size() - 1)));
      list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - 2));
    } else if (code == KeyCode.ENTER) {
      startSelected();
    } else if (code == KeyCode.F2) {
      rename();
    } else if (code == KeyCode.DELETE && search.getText().isEmpty()) {
      delete();
    } else {
      return;
    }
    event.consume();
  }

  private void startSelected() {
    Line line = selected();
    if (line != null && line.canStart()) {
      start.accept(line.set());
    }
  }

  /** What can be done with the set that is selected. */
  private void offer() {
    BooleanBinding none = list.getSelectionModel().selectedItemProperty().isNull();
    Button begin = Buttons.words(texts.get("sets.start"), this::startSelected, "accent");
    Button rename = Buttons.words(texts.get("sets.rename"), this::rename);
    Button delete = Buttons.words(texts.get("sets.delete"), this::delete);
    begin
        .disableProperty()
        .bind(
            list.getSelectionModel()
                .selectedItemProperty()
                .map(line -> !line.canStart())
                .orElse(true));
    rename.disableProperty().bind(none);
    delete.disableProperty().bind(none);
    tools.getChildren().setAll(begin, rename, delete);
  }

  private void rename() {
    Line line = selected();
    if (line == null) {
      return;
    }
    TextField name = new TextField(line.set().name());
    name.setAccessibleText(texts.get("sets.name"));
    HBox.setHgrow(name, Priority.ALWAYS);
    Runnable keep =
        () -> {
          String given = name.getText().strip();
          back();
          if (!given.isEmpty() && !given.equals(line.set().name())) {
            model.rename(line.set(), given);
          }
        };
    name.setOnAction(event -> keep.run());
    tools
        .getChildren()
        .setAll(
            name,
            Buttons.words(texts.get("sets.keep"), keep, "accent"),
            Buttons.words(texts.get("sets.cancel"), this::back));
    name.requestFocus();
    name.selectAll();
  }

  private void delete() {
    Line line = selected();
    if (line == null) {
      return;
    }
    Label ask = new Label(texts.get("sets.delete.ask", line.set().name()));
    ask.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(ask, Priority.ALWAYS);
    Button yes =
        Buttons.words(
            texts.get("sets.delete"),
            () -> {
              back();
              model.delete(line.set());
            },
            "danger");
    tools.getChildren().setAll(ask, yes, Buttons.words(texts.get("sets.cancel"), this::back));
    yes.requestFocus();
  }

  private void back() {
    search.requestFocus();
    offer();
  }

  /** The models of a set, as people read them. */
  static String models(PaneSet set) {
    return String.join(
        ", ", set.panes().stream().map(pane -> pane.model()).map(ModelRef::model).toList());
  }
}
