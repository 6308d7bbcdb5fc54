package dev.polylogue.ui.composer;

import atlantafx.base.theme.Styles;
import dev.polylogue.ui.command.Commands;
import dev.polylogue.ui.kit.Buttons;
import dev.polylogue.ui.kit.FittingText;
import dev.polylogue.ui.kit.Gallery;
import dev.polylogue.ui.kit.GrowingTextArea;
import dev.polylogue.ui.kit.Icons;
import dev.polylogue.ui.kit.QuestionStrip;
import dev.polylogue.ui.kit.Texts;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/** The box at the bottom in which prompts are written. FX thread. */
public final class ComposerView extends VBox {

  private static final PseudoClass HELD_BACK = PseudoClass.getPseudoClass("held-back");

  /** From here on search and reasoning have their names beside their icons. */
  private static final double SPELLED = 480;

  private final ComposerViewModel model;
  private final Picking picking;
  private final GrowingTextArea area;
  private final PauseTransition pause = new PauseTransition(Duration.millis(500));

  /**
   * @param commands holds {@code composer.send}, {@code composer.stop} and {@code composer.attach}
   * @param gallery has the pictures that are attached
   */
  public ComposerView(
      ComposerViewModel model, Knobs knobs, Commands commands, Texts texts, Gallery gallery) {
    this.model = model;
    this.picking = new Picking(model.attachments(), texts);
    this.area = new GrowingTextArea(8, picking::paste);
    getStyleClass().add("composer");
    area.setPromptText(texts.get("composer.prompt"));
    area.setAccessibleText(texts.get("composer.name"));
    area.textProperty().bindBidirectional(model.textProperty());
    area.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    model.editingProperty().subscribe(sent -> area.end());
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE && leaveEditing()) {
            event.consume();
          }
        });
    pause.setOnFinished(event -> model.saveDraft());
    area.textProperty().subscribe(text -> pause.playFromStart());
    VBox box =
        new VBox(
            new EditingStrip(model, texts, this::focusText),
            new AttachmentsView(model.attachments(), gallery, texts, this::focusText),
            area,
            new KeyWarning(model, texts, this::focusText),
            QuestionStrip.of(model.hosts(), texts, this::focusText),
            bar(new KnobBar(knobs, texts), commands, texts));
    box.getStyleClass().add("composer-box");
    getChildren().add(box);
  }

  /** Asks for files to be attached. */
  public void chooseFiles() {
    picking.choose(getScene().getWindow());
  }

  /** Lets files be dropped on a node, such as the whole page. */
  public void takeDropsOn(Node node) {
    picking.takeDropsOn(node, this);
  }

  /** Takes into the text what is typed on a node where nothing can be typed, such as an answer. */
  public void takeTypingOn(Node node) {
    node.addEventFilter(
        KeyEvent.KEY_TYPED,
        event -> {
          if (isWriting(event)) {
            focusText();
            area.appendText(event.getCharacter());
            event.consume();
          }
        });
  }

  private static boolean isWriting(KeyEvent event) {
    boolean command = event.isControlDown() || event.isAltDown() || event.isMetaDown();
    String typed = event.getCharacter();
    return !command
        && !(event.getTarget() instanceof TextInputControl)
        && !typed.isBlank()
        && !Character.isISOControl(typed.codePointAt(0));
  }

  public void focusText() {
    area.requestFocus();
    area.end();
  }

  private HBox bar(KnobBar knobs, Commands commands, Texts texts) {
    FittingText hint =
        new FittingText(texts.get("composer.hint"), texts.get("composer.hint.short"));
    HBox.setHgrow(hint, Priority.ALWAYS);
    Label status = new Label();
    status.getStyleClass().add("muted-small");
    status.setMinWidth(48);
    status.textProperty().bind(model.statusProperty());
    model.heldBackProperty().subscribe(held -> status.pseudoClassStateChanged(HELD_BACK, held));
    status.setTooltip(
        new Tooltip(
            texts.get(
                "composer.price.about",
                Expectation.CHARACTERS_A_TOKEN,
                Expectation.ANSWER_TOKENS)));
    Button stop =
        commands.bind(
            "composer.stop", new Button(texts.get("composer.stop"), Icons.of(Feather.SQUARE)));
    stop.getStyleClass().add("stop-button");
    stop.visibleProperty().bind(model.liveProperty());
    stop.managedProperty().bind(stop.visibleProperty());
    Button send = commands.bind("composer.send", new Button(texts.get("composer.send")));
    send.getStyleClass().addAll(Styles.SUCCESS, "send-button");
    send.setMinWidth(Region.USE_PREF_SIZE);
    stop.setMinWidth(Region.USE_PREF_SIZE);
    Button attach = commands.bind("composer.attach", Buttons.icon(Feather.PAPERCLIP, "", () -> {}));
    HBox bar = new HBox(12, attach, knobs, hint, status, stop, send);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("composer-bar");
    bar.widthProperty().subscribe(width -> knobs.spell(width.doubleValue() >= SPELLED));
    return bar;
  }

  private void onKey(KeyEvent event) {
    boolean taken =
        switch (event.getCode()) {
          case ENTER -> enter(event);
          case UP -> !event.isShortcutDown() && !event.isAltDown() && model.editLast();
          case ESCAPE -> leaveEditing();
          default -> false;
        };
    if (taken) {
      event.consume();
    }
  }

  private boolean enter(KeyEvent event) {
    if (event.isShiftDown()) {
      area.replaceSelection("\n");
    } else if (event.isAltDown()) {
      model.sendToCurrent();
    } else {
      model.send();
    }
    return true;
  }

  private boolean leaveEditing() {
    boolean editing = model.editingProperty().get() != null;
    model.leaveEditing();
    return editing;
  }
}
