package dev.polylogue.ui.photo;

import atlantafx.base.theme.Styles;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.ui.command.Commands;
import dev.polylogue.ui.kit.Buttons;
import dev.polylogue.ui.kit.GrowingTextArea;
import dev.polylogue.ui.kit.Icons;
import dev.polylogue.ui.kit.Layer;
import dev.polylogue.ui.kit.QuestionStrip;
import dev.polylogue.ui.kit.Texts;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The box at the bottom in which an edit is described: who, what, from what, how. FX thread. */
final class PhotoComposer extends VBox {
  /** As wide as the chips want to be before they need a second row. */
  private static final double ONE_ROW = 4_000;

  private final PhotoViewModel model;
  private final ComposeViewModel compose;
  private final EditorsViewModel editors;
  private final Layer layer;
  private final Texts texts;
  private final GrowingTextArea area;
  private final FlowPane chips = new FlowPane(6, 6);
  private final Button add;
  private final MenuButton source;
  private final QuestionStrip question;
  private final PauseTransition pause = new PauseTransition(Duration.millis(500));

  /**
   * @param pasted takes a picture out of the clipboard; false leaves what is there to the text
   */
  PhotoComposer(
      PhotoViewModel model,
      EditorsViewModel editors,
      Commands commands,
      Layer layer,
      Texts texts,
      BooleanSupplier pasted) {
    this.model = model;
    this.compose = model.compose();
    this.editors = editors;
    this.layer = layer;
    this.texts = texts;
    area = new GrowingTextArea(5, pasted);
    add = new Button(texts.get("photo.models.add"), Icons.of(Feather.PLUS));
    question = QuestionStrip.of(model.hosts(), texts, this::focusText);
    source = menu(Feather.IMAGE, texts.get("photo.source.name"));
    getStyleClass().add("composer");
    area.setPromptText(texts.get("photo.prompt"));
    area.setAccessibleText(texts.get("photo.prompt.name"));
    area.textProperty().bindBidirectional(compose.instructionProperty());
    area.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    pause.setOnFinished(event -> model.saveDraft());
    area.textProperty().subscribe(text -> pause.playFromStart());
    compose.changes().forEach(wished -> wished.addListener(now -> pause.playFromStart()));
    for (var drawn : model.mask().changes()) {
      drawn.subscribe(pause::playFromStart);
    }
    add.getStyleClass().addAll("chip-add");
    commands.bind("photo.models", add);
    chips.setAlignment(Pos.CENTER_LEFT);
    compose.models().addListener((ListChangeListener<ModelRef>) change -> fill());
    compose.maskedProperty().bind(model.mask().emptyProperty().not());
    compose.maskedProperty().subscribe(masked -> fill());
    VBox box = new VBox(head(), area, question, bar(commands));
    box.getStyleClass().addAll("composer-box", "photo-composer");
    getChildren().add(box);
    model.sourceProperty().subscribe(now -> sayWhence());
    model.sessionProperty().subscribe(now -> sayWhence());
    source.setOnShowing(event -> offerSources());
  }

  void focusText() {
    area.requestFocus();
    area.end();
  }

  /** Opens the list of models that edit pictures. */
  void chooseModels() {
    editors.open();
    EditorChooser card = new EditorChooser(editors, compose, texts, this::hide);
    layer.show(add, card, card.search(), card::close);
  }

  private void focusAfterPress() {
    if (question.isVisible()) {
      question.takeFocus();
    } else {
      focusText();
    }
  }

  private void hide() {
    layer.hide();
    focusText();
  }

  private void onKey(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER && !event.isAltDown()) {
      if (event.isShiftDown()) {
        area.replaceSelection("\n");
      } else {
        model.edit();
      }
      event.consume();
    }
  }

  private void fill() {
    chips.getChildren().setAll(compose.models().stream().map(this::chip).toList());
    chips.getChildren().add(add);
  }

  private ModelChip chip(ModelRef ref) {
    boolean masked = compose.maskedProperty().get();
    return new ModelChip(
        ref, masked ? compose.maskRefusal(ref) : null, texts, () -> compose.toggle(ref));
  }

  /** Who is asked, and what it may cost. */
  private HBox head() {
    Label status = new Label();
    status.getStyleClass().add("muted-small");
    status.setMinWidth(Region.USE_PREF_SIZE);
    status.textProperty().bind(compose.statusProperty());
    chips.setMinWidth(0);
    chips.setPrefWrapLength(ONE_ROW);
    HBox.setHgrow(chips, Priority.ALWAYS);
    HBox head = new HBox(12, chips, status);
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private HBox bar(Commands commands) {
    MenuButton size =
        choice(
            texts.get("photo.size.name"),
            compose.sizeProperty(),
            ComposeViewModel.SIZES,
            value -> value.isEmpty() ? texts.get("photo.size.source") : value);
    MenuButton quality =
        choice(
            texts.get("photo.quality.name"),
            compose.qualityProperty(),
            ComposeViewModel.QUALITIES,
            value -> texts.get("photo.quality." + (value.isEmpty() ? "usual" : value)));
    CheckBox keep = new CheckBox(texts.get("photo.keep"));
    keep.setAccessibleText(texts.get("photo.keep.name"));
    keep.setTooltip(new Tooltip(texts.get("photo.keep.name")));
    keep.selectedProperty().bindBidirectional(compose.keepProperty());
    keep.disableProperty().bind(compose.maskedProperty().not());
    keep.setMinWidth(Region.USE_PREF_SIZE);
    Button stop =
        commands.bind(
            "photo.stop", new Button(texts.get("composer.stop"), Icons.of(Feather.SQUARE)));
    stop.getStyleClass().add("stop-button");
    stop.visibleProperty().bind(model.awaitedProperty().or(model.preparingProperty()));
    stop.managedProperty().bind(stop.visibleProperty());
    stop.setMinWidth(Region.USE_PREF_SIZE);
    Button edit = commands.bind("photo.edit", new Button(texts.get("photo.edit")));
    edit.getStyleClass().addAll(Styles.SUCCESS, "send-button");
    edit.setMinWidth(Region.USE_PREF_SIZE);
    // It can't be pressed twice, so it would hand the keyboard on to the button that stops.
    edit.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> focusAfterPress());
    FlowPane knobs = new FlowPane(8, 4, source, size, count(), quality, keep);
    knobs.setAlignment(Pos.CENTER_LEFT);
    knobs.setMinWidth(0);
    knobs.setPrefWrapLength(ONE_ROW);
    HBox.setHgrow(knobs, Priority.ALWAYS);
    HBox bar = new HBox(8, knobs, preparing(), stop, edit);
    bar.setAlignment(Pos.BOTTOM_LEFT);
    bar.getStyleClass().add("composer-bar");
    return bar;
  }

  /** From the press of the button on there is something to see, also where the photo is large. */
  private Label preparing() {
    Label preparing = new Label(texts.get("photo.preparing"), new ProgressIndicator());
    preparing.getStyleClass().addAll("muted-small", "photo-preparing");
    preparing.setMinWidth(Region.USE_PREF_SIZE);
    preparing.setMaxHeight(Double.MAX_VALUE);
    preparing.visibleProperty().bind(model.preparingProperty());
    preparing.managedProperty().bind(preparing.visibleProperty());
    return preparing;
  }

  private MenuButton count() {
    MenuButton menu = menu(null, texts.get("photo.count.name"));
    for (int i = 1; i <= ComposeViewModel.MOST_PICTURES; i++) {
      int wanted = i;
      MenuItem item = new MenuItem(texts.get("photo.count.item", i));
      item.setOnAction(event -> compose.countProperty().set(wanted));
      menu.getItems().add(item);
    }
    compose.countProperty().subscribe(now -> menu.setText(texts.get("photo.count", now)));
    return menu;
  }

  private static MenuButton choice(
      String name, StringProperty property, List<String> values, Function<String, String> words) {
    MenuButton menu = menu(null, name);
    for (String value : values) {
      MenuItem item = new MenuItem(words.apply(value));
      item.setMnemonicParsing(false);
      item.setOnAction(event -> property.set(value));
      menu.getItems().add(item);
    }
    property.subscribe(now -> menu.setText(words.apply(now)));
    return menu;
  }

  private static MenuButton menu(@Nullable Feather icon, String name) {
    MenuButton menu = new MenuButton(null, icon == null ? null : Icons.of(icon));
    menu.getStyleClass().addAll(Styles.FLAT, "knob");
    menu.setMnemonicParsing(false);
    menu.setMinWidth(Region.USE_PREF_SIZE);
    Buttons.named(menu, name);
    return menu;
  }

  private void sayWhence() {
    var from = model.sourceProperty().get();
    var session = model.sessionProperty().get();
    String name =
        from == null || session == null
            ? texts.get("photo.source.original")
            : session
                .result(from)
                .map(result -> result.reply().model().model())
                .orElse(texts.get("photo.source.original"));
    source.setText(texts.get("photo.source", name));
  }

  /** The photo, and every result that can be seen. */
  private void offerSources() {
    source.getItems().clear();
    source.getItems().add(item(texts.get("photo.source.original"), () -> model.use(null)));
    List<TileViewModel> there =
        model.tiles().stream()
            .filter(tile -> tile.ref() != null && tile.picture() != null)
            .toList();
    TileNames names = new TileNames(there, texts);
    there.forEach(
        tile -> source.getItems().add(item(names.name(tile), () -> model.use(tile.ref()))));
  }

  private static MenuItem item(String words, Runnable action) {
    MenuItem item = new MenuItem(words);
    item.setMnemonicParsing(false);
    item.setOnAction(event -> action.run());
    return item;
  }
}
