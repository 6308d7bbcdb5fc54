package dev.polylogue.ui.inspector;

import atlantafx.base.theme.Styles;
import dev.polylogue.ui.kit.Buttons;
import dev.polylogue.ui.kit.Texts;
import java.util.List;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What went over the wire: request as sent, response as received. FX thread. */
final class ExchangePart extends VBox {
  private final InspectorViewModel model;
  private final InspectorView.Hands hands;
  private final Texts texts;
  private final ComboBox<Integer> chooser = new ComboBox<>();
  private final Label note = new Label();
  private final ToggleButton request;
  private final ToggleButton response;
  private final LineList lines;
  private final VBox shown;
  private final Button copyResponse;

  ExchangePart(InspectorViewModel model, InspectorView.Hands hands, Texts texts) {
    this.model = model;
    this.hands = hands;
    this.texts = texts;
    getStyleClass().addAll("inspector-part", "exchange");
    ToggleGroup sides = new ToggleGroup();
    request = side("inspector.request.side", Styles.LEFT_PILL, sides);
    response = side("inspector.response.side", Styles.RIGHT_PILL, sides);
    request.setSelected(true);
    lines = new LineList(texts.get("inspector.lines"), hands::copy);
    VBox.setVgrow(lines, Priority.ALWAYS);
    copyResponse =
        Buttons.words(texts.get("inspector.copy.response"), () -> copy(side(false)), Styles.SMALL);
    chooser.setAccessibleText(texts.get("inspector.choose"));
    chooser.setMaxWidth(Double.MAX_VALUE);
    chooser.setConverter(new Named());
    chooser.valueProperty().addListener((property, before, now) -> show());
    note.getStyleClass().add("muted-small");
    note.setWrapText(true);
    shown = new VBox(8, new HBox(request, response), note, lines, copies());
    VBox.setVgrow(shown, Priority.ALWAYS);
    Label empty = Rows.quiet("");
    empty.textProperty().bind(model.noteProperty());
    getChildren().addAll(empty, chooser, shown);
    model.exchanges().addListener((ListChangeListener<ExchangePage>) change -> fill());
    fill();
  }

  private ToggleButton side(String key, String style, ToggleGroup sides) {
    ToggleButton side = new ToggleButton(texts.get(key));
    side.getStyleClass().addAll(style, Styles.SMALL);
    side.setToggleGroup(sides);
    side.setOnAction(
        event -> {
          side.setSelected(true);
          show();
        });
    return side;
  }

  private FlowPane copies() {
    FlowPane copies =
        new FlowPane(
            8,
            8,
            Buttons.words(
                texts.get("inspector.copy.curl"),
                () -> {
                  ExchangePage page = page();
                  if (page != null) {
                    hands.copy(page.curl());
                  }
                },
                Styles.SMALL),
            Buttons.words(
                texts.get("inspector.copy.request"), () -> copy(side(true)), Styles.SMALL),
            copyResponse);
    return copies;
  }

  private void copy(@Nullable Side side) {
    if (side != null) {
      hands.copy(side.text());
    }
  }

  private @Nullable ExchangePage page() {
    Integer place = chooser.getValue();
    return place == null || place >= model.exchanges().size() ? null : model.exchanges().get(place);
  }

  private @Nullable Side side(boolean sent) {
    ExchangePage page = page();
    return page == null ? null : sent ? page.request() : page.response();
  }

  private void fill() {
    int count = model.exchanges().size();
    chooser.getItems().setAll(IntStream.range(0, count).boxed().toList());
    chooser.setValue(count == 0 ? null : count - 1);
    Rows.show(chooser, count > 1);
    Rows.show(shown, count > 0);
    Rows.show(getChildren().getFirst(), count == 0);
    show();
  }

  private void show() {
    ExchangePage page = page();
    if (page == null) {
      lines.show(List.of());
      return;
    }
    boolean sent = request.isSelected();
    Side side = side(sent);
    copyResponse.setDisable(page.response() == null);
    lines.show(side == null ? List.of() : side.lines());
    note.setText(
        side == null
            ? texts.get("inspector.response.none")
            : side.cut() ? texts.get("inspector.cut") : "");
    Rows.show(note, !note.getText().isEmpty());
  }

  /** Names an exchange by its place and how it ended. */
  private final class Named extends javafx.util.StringConverter<Integer> {
    @Override
    public String toString(@Nullable Integer place) {
      if (place == null || place >= model.exchanges().size()) {
        return "";
      }
      Integer status = model.exchanges().get(place).status();
      return texts.get(
          "inspector.exchange.name",
          String.valueOf(place + 1),
          String.valueOf(model.exchanges().size()),
          status == null ? texts.get("inspector.response.none") : String.valueOf(status));
    }

    @Override
    public @Nullable Integer fromString(String text) {
      return null;
    }
  }
}
