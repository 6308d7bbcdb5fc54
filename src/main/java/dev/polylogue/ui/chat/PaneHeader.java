package dev.polylogue.ui.chat;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import dev.polylogue.conversation.Parameters;
import dev.polylogue.conversation.Setting;
import dev.polylogue.ui.kit.Buttons;
import dev.polylogue.ui.kit.Icons;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The top of a pane: its model, its settings and its menu. Dragging it moves the pane. */
final class PaneHeader extends HBox {
  private static final PseudoClass SET = PseudoClass.getPseudoClass("set");
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  /** Left and right of what stands in the chooser's button. */
  private static final double PADDING = 16;

  private static final double ROOMY = 420;
  private static final PseudoClass MASKED = PseudoClass.getPseudoClass("masked");

  private final PaneViewModel pane;
  private final ChatViewModel chat;
  private final ChatTools tools;
  private final Button chooser;
  private final Button settings;
  private @Nullable Tooltip reason;

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
                settings.pseudoClassStateChanged(SET, !parameters.equals(Parameters.NONE)));
    pane.unfinishedProperty().subscribe(this::warn);
    pane.objectingProperty().subscribe(this::correct);
    MenuButton menu = menu();
    getChildren()
        .addAll(chooser, gap, unmasked(new ContextMeter(pane, tools)), marks(), settings, sync());
    getChildren().add(menu);
    settings.disableProperty().bind(pane.maskedProperty());
    menu.disableProperty().bind(pane.maskedProperty());
    pane.maskedProperty().subscribe(this::mask);
  }

  /** What is set gives a model away; where it is narrow, the settings button says that much. */
  private SetMarks marks() {
    SetMarks marks = new SetMarks(pane, tools.texts());
    marks
        .visibleProperty()
        .bind(widthProperty().greaterThan(ROOMY).and(pane.disguiseProperty().isNull()));
    marks.managedProperty().bind(marks.visibleProperty());
    return marks;
  }

  /** How much fits into a model gives it away too. Gives way to the name as far as it can. */
  private StackPane unmasked(Node node) {
    StackPane box = new StackPane(node);
    box.setMaxWidth(USE_PREF_SIZE);
    HBox.setHgrow(box, Priority.SOMETIMES);
    box.visibleProperty().bind(pane.disguiseProperty().isNull());
    box.managedProperty().bind(box.visibleProperty());
    return box;
  }

  /** Says why nothing can be changed; a control that is disabled can't say so itself. */
  private void mask(boolean masked) {
    Tooltip why = masked ? new Tooltip(text("pane.masked")) : null;
    Tooltip.uninstall(this, reason);
    if (why != null) {
      Tooltip.install(this, why);
    }
    reason = why;
    pseudoClassStateChanged(MASKED, masked);
  }

  private Button chooser() {
    ObservableValue<PaneFace> face = pane.faceProperty();
    ModelFace graphic = new ModelFace(face, Icons.of(Feather.CHEVRON_DOWN));
    Button button = new FaceButton(graphic);
    graphic.maxWidthProperty().bind(button.widthProperty().subtract(PADDING));
    button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    button.getStyleClass().addAll(Styles.FLAT, "model-button");
    button.setMinWidth(96);
    button
        .accessibleTextProperty()
        .bind(
            face.map(
                now ->
                    text(
                        pane.maskedProperty().get() ? "pane.maskedAs" : "pane.chooseFor",
                        now.whole())));
    Tooltip tooltip = new Tooltip();
    tooltip.textProperty().bind(face.map(now -> text("pane.choose", now.whole())));
    button.setTooltip(tooltip);
    button.disableProperty().bind(pane.maskedProperty());
    button.setOnAction(event -> openChooser(() -> {}, () -> {}));
    return button;
  }

  private ToggleButton sync() {
    ToggleButton sync = new ToggleButton(null, Icons.of(Feather.LINK));
    sync.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "quiet-button", "sync-button");
    sync.setOnAction(event -> chat.sync(pane, sync.isSelected()));
    pane.inSyncProperty()
        .subscribe(
            inSync -> {
              sync.setSelected(inSync);
              sync.setGraphic(Icons.of(inSync ? Feather.LINK : Feather.SLASH));
              Buttons.named(sync, text(inSync ? "pane.sync.on" : "pane.sync.off"));
            });
    return sync;
  }

  /**
   * Opens the model chooser under the header.
   *
   * @param chosen called once a model was chosen
   * @param closed called before, and where the chooser was closed without
   */
  void openChooser(Runnable chosen, Runnable closed) {
    if (pane.maskedProperty().get()) {
      return;
    }
    tools.models().open();
    ModelChooser card =
        new ModelChooser(
            tools.models(),
            tools.texts(),
            pane.model(),
            ref -> {
              chat.change(pane, ref, pane.parametersProperty().get());
              tools.layer().hide();
              chosen.run();
            });
    tools
        .layer()
        .show(
            chooser,
            card,
            card.search(),
            () -> {
              card.close();
              closed.run();
            });
  }

  /** Opens the settings of the pane under their button. */
  void openSettings() {
    if (pane.maskedProperty().get()) {
      return;
    }
    PaneSettingsViewModel edited =
        new PaneSettingsViewModel(
            pane.parametersProperty().get(),
            tools.models().advice(pane.model()),
            tools.models().extraFields());
    edited.resume(pane.unfinishedProperty().get());
    PaneSettingsCard card = new PaneSettingsCard(edited, new Leads(), tools.texts());
    tools.layer().show(settings, card, card.first(), () -> keep(edited));
  }

  /** Opens what has to be put right before anything is sent. */
  private void correct(boolean objecting) {
    if (objecting) {
      // The pane may have come forward just now: its button has to stand where it will be seen.
      getScene().getRoot().layout();
      openSettings();
    }
  }

  private void keep(PaneSettingsViewModel edited) {
    pane.objectingProperty().set(false);
    pane.unfinishedProperty().set(edited.wrong());
    if (!edited.parameters().equals(pane.parametersProperty().get())) {
      chat.change(pane, pane.model(), edited.parameters());
    }
  }

  /** Says at the button what was typed and could not be taken; the card still has it. */
  private void warn(Map<Setting, String> unfinished) {
    settings.pseudoClassStateChanged(WRONG, !unfinished.isEmpty());
    String names =
        unfinished.keySet().stream()
            .map(setting -> tools.texts().get("setting." + setting.key()))
            .collect(Collectors.joining(", "));
    Buttons.named(
        settings,
        unfinished.isEmpty()
            ? text("pane.settings")
            : tools.texts().get("pane.settings.wrong", names));
  }

  /** Where the card of the settings leads. It is kept when the next card takes its place. */
  private final class Leads implements PaneSettingsHead.Leads {
    @Override
    public void chooseModel() {
      tools.layer().hide();
      openChooser(() -> {}, () -> {});
    }

    @Override
    public void showPresets() {
      tools.layer().hide();
      openPresets(false);
    }
  }

  /**
   * Opens the presets for this pane.
   *
   * @param toSave whether the name of a new one is asked for
   */
  void openPresets(boolean toSave) {
    PresetsCard card = new PresetsCard(pane, chat, tools);
    tools.layer().show(settings, card, card.first(toSave), card::close);
  }

  /** A button that wants the room of its whole face, however little the face has now. */
  private static final class FaceButton extends Button {
    private final ModelFace face;

    FaceButton(ModelFace face) {
      super(null, face);
      this.face = face;
    }

    @Override
    protected double computePrefWidth(double height) {
      return Math.ceil(face.prefWidth(-1)) + PADDING;
    }
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
            item("presets.menu", () -> openPresets(false)),
            new SeparatorMenuItem(),
            item("pane.fork", () -> chat.branches().fork(pane, null, () -> {})),
            item("pane.duplicate", () -> chat.branches().duplicate(pane, () -> {})),
            item("pane.replay", () -> chat.branches().replay(pane)),
            new SeparatorMenuItem(),
            item("pane.clear", () -> chat.branches().clear(pane)),
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

  private String text(String key, Object... values) {
    return tools.texts().get(key, values);
  }
}
