package dev.polylogue.ui.settings;

import dev.polylogue.conversation.Protocol;
import dev.polylogue.settings.Preset;
import dev.polylogue.settings.RetiredService;
import dev.polylogue.ui.kit.Buttons;
import dev.polylogue.ui.kit.Texts;
import dev.polylogue.ui.settings.AddProviderViewModel.Field;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** The form for one more provider. FX thread. */
final class AddProviderForm extends VBox {
  private final AddProviderViewModel model;
  private final Texts texts;
  private final ComboBox<PresetChoice> preset = new ComboBox<>();
  private final BooleanBinding here;

  AddProviderForm(AddProviderViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    here =
        Bindings.createBooleanBinding(
            () -> model.choiceProperty().get().retired() == null, model.choiceProperty());
    getStyleClass().addAll("form", "add-provider");
    Label title = new Label(texts.get("settings.add.title"));
    title.getStyleClass().add("section-title");
    choosePreset();
    VBox rest = new VBox(grid(), buttons(), Fields.error(model.problemProperty()));
    rest.getStyleClass().add("form");
    Fields.shownIf(rest, here);
    Button close = Buttons.words(texts.get("settings.add.no"), model::cancel);
    Fields.shownIf(close, here.not());
    getChildren()
        .addAll(title, note(), Fields.labelled(texts.get("settings.preset"), preset), rest, close);
  }

  Node first() {
    return preset;
  }

  private GridPane grid() {
    TextArea options = new TextArea();
    options.setPrefRowCount(2);
    GridPane grid = new GridPane(16, 12);
    grid.add(field(Field.NAME, named("settings.name"), "my-provider", new TextField()), 0, 0);
    grid.add(new StackPane(deployment(), protocolBox()), 1, 0);
    grid.add(address(), 0, 1, 2, 1);
    RoutesView routes = new RoutesView(model.routes(), texts, texts.get("settings.routes.about"));
    Fields.shownIf(routes, model.azureProperty());
    grid.add(routes, 0, 2, 2, 1);
    KeyEntryView key = new KeyEntryView(model.key(), texts);
    key.onEnter(this::testOnce);
    grid.add(key, 0, 3, 2, 1);
    grid.add(field(Field.OPTIONS, named("settings.options"), "api-version=…", options), 0, 4, 2, 1);
    grid.getColumnConstraints().setAll(half(), half());
    return grid;
  }

  private VBox deployment() {
    VBox box = field(Field.DEPLOYMENT, named("settings.deployment"), "", new TextField());
    Fields.shownIf(box, model.azureProperty());
    return box;
  }

  private VBox protocolBox() {
    VBox box = Fields.labelled(texts.get("settings.protocol"), protocol());
    Fields.shownIf(box, model.azureProperty().not());
    return box;
  }

  private VBox address() {
    TextField input = new TextField();
    VBox box =
        field(
            Field.ADDRESS,
            model
                .azureProperty()
                .map(yes -> texts.get(yes ? "settings.address.portal" : "settings.address")),
            "",
            input);
    input
        .promptTextProperty()
        .bind(
            model
                .azureProperty()
                .map(
                    yes ->
                        yes
                            ? "https://my-resource.openai.azure.com/…"
                            : "https://api.example.com/v1"));
    return box;
  }

  private ObservableValue<String> named(String key) {
    return new SimpleStringProperty(texts.get(key));
  }

  private void choosePreset() {
    preset.getItems().setAll(model.choices());
    preset.setCellFactory(list -> new PresetCell(texts));
    preset.setButtonCell(new PresetCell(texts));
    preset.setVisibleRowCount(12);
    preset.setMaxWidth(Double.MAX_VALUE);
    preset.valueProperty().bindBidirectional(model.choiceProperty());
  }

  private Label note() {
    Label note = new Label();
    note.getStyleClass().add("muted");
    note.setWrapText(true);
    note.textProperty().bind(model.choiceProperty().map(this::about));
    return note;
  }

  private String about(PresetChoice choice) {
    Preset chosen = choice.preset();
    RetiredService retired = choice.retired();
    if (retired != null) {
      return retired.note();
    }
    return chosen == null ? texts.get("settings.preset.about") : chosen.note();
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

  private VBox field(
      Field field, ObservableValue<String> words, String example, TextInputControl input) {
    input.setPromptText(example);
    input.textProperty().bindBidirectional(model.textProperty(field));
    VBox box = Fields.labelled(words, input);
    box.getChildren().add(Fields.error(model.errorProperty(field)));
    return box;
  }

  private FlowPane buttons() {
    Button test =
        RoutesView.trying(
            Bindings.when(model.azureProperty())
                .then(model.routes().promiseProperty())
                .otherwise(texts.get("settings.add.test")),
            model::testAndAdd);
    Button add = Buttons.words(texts.get("settings.add.yes"), model::add);
    test.disableProperty().bind(model.progressProperty().isNotEmpty());
    add.disableProperty().bind(model.progressProperty().isNotEmpty());
    Button stop = Buttons.words(texts.get("settings.routes.stop"), model.routes()::stop);
    Fields.shownIf(stop, model.routes().busyProperty());
    Button cancel = Buttons.words(texts.get("settings.add.no"), model::cancel);
    model.progressProperty().subscribe(now -> stay(now, cancel, test));
    Label progress = new Label();
    progress.getStyleClass().add("muted-small");
    progress.textProperty().bind(model.progressProperty());
    Fields.shownIf(progress, model.progressProperty().isNotEmpty());
    return RoutesView.wrapped(test, add, stop, cancel, progress);
  }

  private void testOnce() {
    if (model.progressProperty().get().isEmpty()) {
      model.testAndAdd();
    }
  }

  /** A button that is disabled hands the focus on, and the next one would throw the form away. */
  private static void stay(String progress, Button cancel, Button test) {
    if (progress.isEmpty() && cancel.isFocused()) {
      test.requestFocus();
    }
  }

  private static final class PresetCell extends ListCell<PresetChoice> {
    private final Texts texts;

    PresetCell(Texts texts) {
      this.texts = texts;
    }

    @Override
    protected void updateItem(PresetChoice choice, boolean empty) {
      super.updateItem(choice, empty);
      setText(empty || choice == null ? "" : words(choice));
    }

    private String words(PresetChoice choice) {
      Preset preset = choice.preset();
      RetiredService retired = choice.retired();
      if (retired != null) {
        return texts.get("settings.preset.retired", retired.name());
      }
      return preset == null ? texts.get("settings.preset.none") : preset.name();
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
