package dev.polylogue.ui.settings;

import dev.polylogue.conversation.KeyPlace.Kind;
import dev.polylogue.ui.kit.Texts;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** A masked field for a key, and below it where the key is to be kept. FX thread. */
final class KeyEntryView extends VBox {
  private final KeyEntryViewModel model;
  private final Texts texts;
  private final PasswordField key = new PasswordField();
  private final TextField variable = new TextField();

  KeyEntryView(KeyEntryViewModel model, Texts texts) {
    super(8);
    this.model = model;
    this.texts = texts;
    getStyleClass().add("key-entry");
    BooleanBinding named = model.kindProperty().isEqualTo(Kind.VARIABLE);
    variable.setPromptText("MY_PROVIDER_KEY");
    variable.textProperty().bindBidirectional(model.variableProperty());
    key.setPromptText(texts.get("settings.typedKey.paste"));
    key.textProperty().bindBidirectional(model.keyProperty());
    VBox typed = Fields.labelled(texts.get("settings.typedKey"), key);
    VBox read = Fields.labelled(texts.get("settings.variable"), variable);
    shownIf(typed, named.not());
    shownIf(read, named);
    getChildren().addAll(typed, read, Fields.error(model.errorProperty()), places());
  }

  /** Where typing begins. */
  Node first() {
    return key;
  }

  /** What Enter does once a key was typed or pasted, or a variable was named. */
  void onEnter(Runnable action) {
    key.setOnAction(event -> action.run());
    variable.setOnAction(event -> action.run());
  }

  private VBox places() {
    ToggleGroup group = new ToggleGroup();
    FlowPane choices = new FlowPane(16, 6);
    for (Kind kind : model.choices()) {
      RadioButton choice = new RadioButton(words(kind));
      choice.setMnemonicParsing(false);
      choice.setToggleGroup(group);
      choice.setOnAction(event -> model.kindProperty().set(kind));
      choice.setAccessibleHelp(model.about(kind));
      model.kindProperty().subscribe(now -> choice.setSelected(now == kind));
      if (kind == Kind.KEYCHAIN) {
        choice.disableProperty().bind(model.obstacleProperty().isNotEmpty());
      }
      choices.getChildren().add(choice);
    }
    Label obstacle = about();
    obstacle.textProperty().bind(model.obstacleProperty());
    shownIf(obstacle, obstacle.textProperty().isNotEmpty());
    Label chosen = about();
    chosen.textProperty().bind(model.kindProperty().map(model::about));
    return new VBox(6, choices, chosen, obstacle);
  }

  private static Label about() {
    Label about = new Label();
    about.getStyleClass().add("muted-small");
    about.setWrapText(true);
    return about;
  }

  private String words(Kind kind) {
    return switch (kind) {
      case NONE -> texts.get("settings.key.none");
      case KEYCHAIN -> texts.get("settings.place.keychain");
      case SESSION -> texts.get("settings.place.session");
      case VARIABLE -> texts.get("settings.place.variable");
      case FILE -> texts.get("settings.place.file");
    };
  }

  private static void shownIf(Node node, BooleanBinding shown) {
    node.visibleProperty().bind(shown);
    node.managedProperty().bind(shown);
  }
}
