package dev.polylogue.ui.composer;

import atlantafx.base.theme.Styles;
import dev.polylogue.ui.command.Commands;
import dev.polylogue.ui.kit.Icons;
import dev.polylogue.ui.kit.Texts;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
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
  private final ComposerViewModel model;
  private final GrowingTextArea area;
  private final PauseTransition pause = new PauseTransition(Duration.millis(500));

  /**
   * @param commands holds {@code composer.send} and {@code composer.stop}
   */
  public ComposerView(ComposerViewModel model, Commands commands, Texts texts) {
    this.model = model;
    this.area = new GrowingTextArea(8);
    getStyleClass().add("composer");
    area.setPromptText(texts.get("composer.prompt"));
    area.setAccessibleText(texts.get("composer.name"));
    area.textProperty().bindBidirectional(model.textProperty());
    area.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    pause.setOnFinished(event -> model.saveDraft());
    area.textProperty().subscribe(text -> pause.playFromStart());
    VBox box = new VBox(area, bar(commands, texts));
    box.getStyleClass().add("composer-box");
    getChildren().add(box);
  }

  public void focusText() {
    area.requestFocus();
    area.end();
  }

  private HBox bar(Commands commands, Texts texts) {
    Label hint = new Label(texts.get("composer.hint"));
    hint.getStyleClass().addAll("muted-small", "composer-hint");
    hint.setMinWidth(0);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Label status = new Label();
    status.getStyleClass().add("muted-small");
    status.setMinWidth(Region.USE_PREF_SIZE);
    status.textProperty().bind(model.statusProperty());
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
    HBox bar = new HBox(12, hint, gap, status, stop, send);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("composer-bar");
    return bar;
  }

  private void onKey(KeyEvent event) {
    if (event.getCode() != KeyCode.ENTER) {
      return;
    }
    if (event.isShiftDown()) {
      area.replaceSelection("\n");
    } else if (event.isAltDown()) {
      model.sendToCurrent();
    } else {
      model.send();
    }
    event.consume();
  }
}
