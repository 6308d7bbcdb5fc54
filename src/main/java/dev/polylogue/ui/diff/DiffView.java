package dev.polylogue.ui.diff;

import dev.polylogue.ui.kit.Buttons;
import dev.polylogue.ui.kit.RightToLeft;
import dev.polylogue.ui.kit.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * Answers beside each other with what differs; in place of the panes while it is open. FX thread.
 */
public final class DiffView extends VBox {
  private static final double LEAST_COLUMN = 260;
  private static final double LEAST_CHOICE = 140;
  private static final double BAR = 18;

  /** How far an arrow leads in the columns that there is no room for, as a part of those. */
  private static final double SIDEWAYS = 0.25;

  private final DiffViewModel model;
  private final Texts texts;
  private final ListView<DiffPage.Line> lines = new ListView<>();
  private final HBox heads = new HBox();
  private final HBox places = new HBox(8);
  private final FlowPane others = new FlowPane(16, 4);
  private final ComboBox<Contender> base = new ComboBox<>();
  private final SimpleStringProperty prompt = new SimpleStringProperty("");
  private final DoubleBinding column;
  private boolean filling;

  public DiffView(DiffViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    getStyleClass().add("diff");
    ScrollPane wide = new ScrollPane();
    column =
        Bindings.createDoubleBinding(
            () -> columnWidth(wide.getViewportBounds().getWidth()),
            wide.viewportBoundsProperty(),
            model.pageProperty());
    lines.setCellFactory(list -> new DiffCell(model, column, texts));
    lines.setAccessibleText(texts.get("diff.lines"));
    lines.getStyleClass().add("diff-lines");
    lines.setPlaceholder(new Label(texts.get("diff.working")));
    lines
        .minWidthProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> column.get() * columns() + BAR, column, model.pageProperty()));
    VBox table = new VBox(heads, lines);
    VBox.setVgrow(lines, Priority.ALWAYS);
    heads.getStyleClass().add("diff-heads");
    wide.setContent(table);
    wide.setFitToWidth(true);
    wide.setFitToHeight(true);
    wide.setFocusTraversable(false);
    wide.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    wide.getStyleClass().add("diff-scroll");
    VBox.setVgrow(wide, Priority.ALWAYS);
    getChildren().addAll(top(), choices(), wide);
    // Ahead of the list, which keeps the one key to itself and would be left by the others.
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          KeyCode code = event.getCode();
          if (code == KeyCode.ESCAPE) {
            model.close();
            event.consume();
          } else if (lines.isFocused() && (code == KeyCode.LEFT || code == KeyCode.RIGHT)) {
            double by = code == KeyCode.LEFT ? -SIDEWAYS : SIDEWAYS;
            wide.setHvalue(Math.clamp(wide.getHvalue() + by, 0, 1));
            event.consume();
          }
        });
    column.addListener((property, before, now) -> lines.refresh());
    model.leftOutProperty().addListener((property, before, now) -> lines.refresh());
    model.turnProperty().subscribe(this::turned);
    model.pageProperty().subscribe(this::show);
  }

  private double columnWidth(double room) {
    return Math.max(LEAST_COLUMN, Math.floor((room - BAR) / columns()));
  }

  private int columns() {
    DiffPage page = model.pageProperty().get();
    return page == null ? 2 : page.columns().size() + 1;
  }

  private HBox top() {
    Label title = new Label(texts.get("diff.title"));
    title.getStyleClass().add("section-title");
    title.setMinWidth(USE_PREF_SIZE);
    Label asked = new Label();
    asked.getStyleClass().add("muted");
    asked.textProperty().bind(prompt);
    asked.setMinWidth(0);
    HBox.setHgrow(asked, Priority.ALWAYS);
    asked.setMaxWidth(Double.MAX_VALUE);
    HBox top =
        new HBox(
            8,
            title,
            asked,
            places,
            Buttons.icon(Feather.ARROW_UP, texts.get("diff.previous"), () -> step(-1)),
            Buttons.icon(Feather.ARROW_DOWN, texts.get("diff.next"), () -> step(1)),
            Buttons.icon(Feather.X, texts.get("diff.close"), model::close));
    places.setAlignment(Pos.CENTER);
    top.setAlignment(Pos.CENTER_LEFT);
    top.getStyleClass().add("diff-top");
    return top;
  }

  private HBox choices() {
    Label label = new Label(texts.get("diff.base"));
    label.setLabelFor(base);
    label.setMinWidth(USE_PREF_SIZE);
    base.setAccessibleText(texts.get("diff.base"));
    base.setConverter(new Names());
    base.setMinWidth(LEAST_CHOICE);
    base.setOnAction(
        event -> {
          Contender chosen = base.getValue();
          if (!filling && chosen != null) {
            model.compareWith(chosen);
          }
        });
    others.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(others, Priority.ALWAYS);
    CheckBox leftOut = new CheckBox(texts.get("diff.showLeftOut"));
    leftOut.selectedProperty().bindBidirectional(model.leftOutProperty());
    leftOut.setMinWidth(USE_PREF_SIZE);
    leftOut
        .visibleProperty()
        .bind(Bindings.createBooleanBinding(this::isBesideSeveral, model.pageProperty()));
    HBox choices = new HBox(12, label, base, others, leftOut);
    choices.setAlignment(Pos.CENTER_LEFT);
    choices.getStyleClass().add("diff-choices");
    return choices;
  }

  private boolean isBesideSeveral() {
    DiffPage page = model.pageProperty().get();
    return page != null && page.columns().size() > 1;
  }

  private void turned(@Nullable DiffTurn turn) {
    places.getChildren().clear();
    if (turn == null) {
      return;
    }
    String words = turn.prompt().replaceAll("\\s+", " ").strip();
    prompt.set(RightToLeft.isIn(words) && words.length() > 80 ? words.substring(0, 80) : words);
    int count = model.turns().size();
    if (count > 1) {
      int place = model.turns().indexOf(turn);
      var earlier =
          Buttons.icon(Feather.CHEVRON_LEFT, texts.get("diff.earlierTurn"), () -> model.step(-1));
      var later =
          Buttons.icon(Feather.CHEVRON_RIGHT, texts.get("diff.laterTurn"), () -> model.step(1));
      earlier.setDisable(place == 0);
      later.setDisable(place == count - 1);
      Label at = new Label(texts.get("diff.turn", place + 1, count));
      at.setMinWidth(USE_PREF_SIZE);
      places.getChildren().addAll(earlier, at, later);
    }
  }

  private void show(@Nullable DiffPage page) {
    DiffTurn turn = model.turnProperty().get();
    heads.getChildren().clear();
    others.getChildren().clear();
    if (page == null || turn == null) {
      lines.getItems().clear();
      return;
    }
    filling = true;
    base.getItems().setAll(turn.answers());
    base.setValue(turn.answer(page.base().reply()).orElse(page.base()));
    filling = false;
    head(page.base(), texts.get("diff.isBase"));
    DiffWords words = new DiffWords(texts);
    page.columns().forEach(one -> head(one.answer(), words.figures(one.diff().figures())));
    if (turn.answers().size() > 2) {
      turn.answers().stream()
          .filter(answer -> !answer.reply().equals(page.base().reply()))
          .forEach(answer -> others.getChildren().add(choice(answer, page)));
    }
    lines.getItems().setAll(page.lines());
  }

  private CheckBox choice(Contender answer, DiffPage page) {
    CheckBox choice = new CheckBox(answer.name());
    choice.setMnemonicParsing(false);
    boolean shown = page.columns().stream().anyMatch(one -> one.answer().equals(answer));
    choice.setSelected(shown);
    choice.setDisable(shown && page.columns().size() == 1);
    choice.setOnAction(event -> model.show(answer, choice.isSelected()));
    return choice;
  }

  private void head(Contender answer, String note) {
    Label name = new Label(answer.name());
    name.getStyleClass().add("model-name");
    Label figures = new Label(answer.live() ? texts.get("diff.live", note) : note);
    figures.getStyleClass().add("muted-small");
    figures.setWrapText(true);
    VBox head = new VBox(2, name, figures);
    head.getStyleClass().add("diff-head");
    head.minWidthProperty().bind(column);
    head.maxWidthProperty().bind(column);
    heads.getChildren().add(head);
  }

  /** Goes to the next line in which something differs. */
  public void step(int by) {
    int from = lines.getSelectionModel().getSelectedIndex();
    int at = from + by;
    while (at >= 0 && at < lines.getItems().size() && !lines.getItems().get(at).differs()) {
      at += by;
    }
    if (at >= 0 && at < lines.getItems().size()) {
      lines.getSelectionModel().select(at);
      lines.scrollTo(Math.max(0, at - 2));
    }
  }

  /** Gives the keyboard to the lines. */
  public void focusLines() {
    applyCss(); // A pane that scrolls has nothing in it before it is styled.
    lines.requestFocus();
  }

  /** Shows names. Nothing is typed, so the way back is not taken. */
  private static final class Names extends StringConverter<Contender> {
    @Override
    public String toString(@Nullable Contender answer) {
      return answer == null ? "" : answer.name();
    }

    @Override
    public @Nullable Contender fromString(String text) {
      return null;
    }
  }
}
