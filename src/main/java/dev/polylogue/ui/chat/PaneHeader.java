package dev.polylogue.ui.chat;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.Parameters;
import dev.polylogue.session.PaneSpec;
import dev.polylogue.ui.kit.Buttons;
import dev.polylogue.ui.kit.Icons;
import dev.polylogue.ui.kit.Marks;
import dev.polylogue.ui.kit.Texts;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** The top of a pane: its model, its settings and its menu. Dragging it moves the pane. */
final class PaneHeader extends HBox {
  private final PaneViewModel pane;
  private final ChatViewModel chat;
  private final ChatTools tools;
  private final Button chooser;
  private final Button settings;

  PaneHeader(PaneViewModel pane, ChatViewModel chat, ChatTools tools) {
    this.pane = pane;
    this.chat = chat;
    this.tools = tools;
    this.chooser = chooser();
    this.settings = Buttons.icon(Feather.SLIDERS, text("pane.settings"), () -> openSettings());
    getStyleClass().add("pane-header");
    setAlignment(Pos.CENTER_LEFT);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    pane.parametersProperty()
        .subscribe(
            parameters ->
                settings.pseudoClassStateChanged(
                    javafx.css.PseudoClass.getPseudoClass("set"),
                    !parameters.equals(Parameters.NONE)));
    getChildren().addAll(chooser, gap, new SetMarks(pane, tools.texts()), settings, menu());
  }

  private Button chooser() {
    Label model = new Label();
    model.getStyleClass().add("model-name");
    model.textProperty().bind(pane.modelProperty().map(ModelRef::model));
    model.setMinWidth(40);
    Label provider = new Label();
    provider.getStyleClass().add("muted-small");
    provider.textProperty().bind(pane.modelProperty().map(ModelRef::provider));
    Node mark = Marks.dot(pane.modelProperty().map(ModelRef::provider));
    HBox face = new HBox(8, mark, model, provider, Icons.of(Feather.CHEVRON_DOWN));
    face.setAlignment(Pos.CENTER_LEFT);
    Button button = new Button(null, face);
    button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    button.getStyleClass().addAll(Styles.FLAT, "model-button");
    button.setMinWidth(60);
    button
        .accessibleTextProperty()
        .bind(pane.modelProperty().map(ref -> tools.texts().get("pane.chooseFor", ref)));
    button.setTooltip(new Tooltip(text("pane.choose")));
    button.setOnAction(event -> openChooser());
    return button;
  }

  /** Opens the model chooser under the header. */
  void openChooser() {
    tools.models().open();
    ModelChooser card =
        new ModelChooser(
            tools.models(),
            tools.texts(),
            pane.model(),
            ref -> {
              tools.layer().hide();
              chat.change(pane, ref, pane.parametersProperty().get());
            });
    tools.layer().show(chooser, card, card.search(), card::close);
  }

  /** Opens the settings of the pane under their button. */
  void openSettings() {
    PaneSettingsViewModel edited =
        new PaneSettingsViewModel(
            pane.parametersProperty().get(),
            new SettingAdvice(tools.models().card(pane.model()), tools.texts()));
    PaneSettingsCard card = new PaneSettingsCard(edited, tools.texts());
    tools
        .layer()
        .show(
            settings,
            card,
            card.first(),
            () -> {
              if (!edited.parameters().equals(pane.parametersProperty().get())) {
                chat.change(pane, pane.model(), edited.parameters());
              }
            });
  }

  private MenuButton menu() {
    MenuButton menu = new MenuButton(null, Icons.of(Feather.MORE_HORIZONTAL));
    menu.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Tweaks.NO_ARROW, "quiet-button");
    Buttons.named(menu, text("pane.menu"));
    MenuItem left = item("pane.moveLeft", () -> move(-1));
    MenuItem right = item("pane.moveRight", () -> move(1));
    MenuItem close = item("pane.close", () -> chat.closePane(pane));
    menu.setOnShowing(
        event -> {
          int place = chat.panes().indexOf(pane);
          left.setDisable(place == 0);
          right.setDisable(place == chat.panes().size() - 1);
        });
    close
        .textProperty()
        .bind(
            Bindings.when(Bindings.size(chat.panes()).isEqualTo(1))
                .then(text("pane.closeLast"))
                .otherwise(text("pane.close")));
    close.disableProperty().bind(Bindings.size(chat.panes()).isEqualTo(1));
    menu.getItems()
        .addAll(
            left,
            right,
            item(
                "pane.duplicate",
                () ->
                    chat.addPane(
                        new PaneSpec(pane.model(), pane.parametersProperty().get()), () -> {})),
            close);
    return menu;
  }

  private void move(int by) {
    chat.move(pane, chat.panes().indexOf(pane) + by);
  }

  private MenuItem item(String key, Runnable action) {
    MenuItem item = new MenuItem(text(key));
    item.setOnAction(event -> action.run());
    return item;
  }

  private String text(String key) {
    Texts texts = tools.texts();
    return texts.get(key);
  }
}
