package dev.polylogue.ui.settings;

import atlantafx.base.theme.Styles;
import dev.polylogue.conversation.Protocol;
import dev.polylogue.settings.Preset;
import dev.polylogue.ui.kit.Buttons;
import dev.polylogue.ui.kit.Texts;
import dev.polylogue.ui.settings.AddProviderViewModel.Field;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The form for one more provider. FX thread. */
final class AddProviderForm extends VBox {
  private final AddProviderViewModel model;
  private final Texts texts;
  private final TextField name = new TextField();
  private final ComboBox<@Nullable Preset> preset = new ComboBox<>();

  AddProviderForm(AddProviderViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    getStyleClass().addAll("form", "add-provider");
    Label title = new Label(texts.get("settings.add.title"));
    title.getStyleClass().add("section-title");
    TextArea options = new TextArea();
    options.setPrefRowCount(2);
    GridPane grid = new GridPane(16, 12);
    grid.add(labelled(texts.get("settings.preset"), preset, null), 0, 0);
    grid.add(field(Field.NAME, texts.get("settings.name"), "my-provider", name), 1, 0);
    grid.add(
        field(
            Field.ADDRESS,
            texts.get("settings.address"),
            "https://api.example.com/v1",
            new TextField()),
        0,
        1);
    grid.add(labelled(texts.get("settings.protocol"), protocol(), null), 1, 1);
    grid.add(
        field(Field.VARIABLE, texts.get("settings.variable"), "MY_PROVIDER_KEY", new TextField()),
        0,
        2);
    grid.add(field(Field.KEY, texts.get("settings.typedKey"), "", new PasswordField()), 1, 2);
    Label promise = new Label(texts.get("settings.typedKey.about"));
    promise.getStyleClass().add("muted-small");
    promise.setWrapText(true);
    grid.add(promise, 0, 3, 2, 1);
    grid.add(
        field(Field.OPTIONS, texts.get("settings.options"), "api-version=…", options), 0, 4, 2, 1);
    grid.getColumnConstraints().setAll(half(), half());
    choosePreset();
    getChildren().addAll(title, note(), grid, error(model.problemProperty()), buttons());
  }

  Node first() {
    return preset;
  }

  private void choosePreset() {
    preset.getItems().add(null);
    preset.getItems().addAll(model.presets());
    preset.setCellFactory(list -> new PresetCell(texts.get("settings.preset.none")));
    preset.setButtonCell(new PresetCell(texts.get("settings.preset.none")));
    preset.setVisibleRowCount(12);
    preset.setMaxWidth(Double.MAX_VALUE);
    preset.valueProperty().bindBidirectional(model.presetProperty());
  }

  private Label note() {
    Label note = new Label();
    note.getStyleClass().add("muted");
    note.setWrapText(true);
    note.textProperty()
        .bind(
            model
                .presetProperty()
                .map(chosen -> chosen == null ? "" : chosen.note())
                .orElse(texts.get("settings.preset.about")));
    return note;
  }

  private static ColumnConstraints half() {
    ColumnConstraints half = new ColumnConstraints();
    half.setPercentWidth(50);
    return half;
  }

  private ComboBox<Protocol> protocol() {
    ComboBox<Protocol> box = new ComboBox<>();
    box.getItems().setAll(Protocol.values());
    box.setConverter(new ProtocolWord());
    box.valueProperty().bindBidirectional(model.protocolProperty());
    box.setMaxWidth(Double.MAX_VALUE);
    return box;
  }

  private VBox field(Field field, String words, String example, TextInputControl input) {
    input.setPromptText(example);
    input.textProperty().bindBidirectional(model.textProperty(field));
    Label error = error(model.errorProperty(field));
    return labelled(words, input, error);
  }

  private static Label error(ObservableValue<String> words) {
    Label error = new Label();
    error.getStyleClass().add("field-error");
    error.setWrapText(true);
    error.textProperty().bind(words);
    error.visibleProperty().bind(error.textProperty().isNotEmpty());
    error.managedProperty().bind(error.visibleProperty());
    return error;
  }

  private static VBox labelled(String words, Control input, @Nullable Label error) {
    Label label = new Label(words);
    label.getStyleClass().add("field-label");
    label.setLabelFor(input);
    input.setAccessibleText(words);
    VBox box = new VBox(4, label, input);
    if (error != null) {
      box.getChildren().add(error);
    }
    return box;
  }

  private HBox buttons() {
    Button add = Buttons.words(texts.get("settings.add.yes"), model::add, Styles.ACCENT);
    Button cancel = Buttons.words(texts.get("settings.add.no"), model::cancel);
    return new HBox(8, add, cancel);
  }

  private static final class PresetCell extends ListCell<@Nullable Preset> {
    private final String none;

    PresetCell(String none) {
      this.none = none;
    }

    @Override
    protected void updateItem(@Nullable Preset preset, boolean empty) {
      super.updateItem(preset, empty);
      setText(preset == null ? none : preset.name());
    }
  }

  private static final class ProtocolWord extends StringConverter<Protocol> {
    @Override
    public String toString(Protocol protocol) {
      return protocol == null ? "" : protocol.word();
    }

    @Override
    public Protocol fromString(String word) {
      return Protocol.named(word).orElse(Protocol.OPENAI_CHAT);
    }
  }
}
