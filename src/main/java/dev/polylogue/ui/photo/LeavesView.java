package dev.polylogue.ui.photo;

import dev.polylogue.conversation.ModelRef;
import dev.polylogue.ui.kit.Texts;
import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** The panel of what leaves; measured while it is looked at only. FX thread. */
final class LeavesView extends VBox {
  private final LeavesViewModel model;
  private final PauseTransition pause = new PauseTransition(Duration.millis(400));
  private boolean looked;

  LeavesView(LeavesViewModel model, PhotoViewModel photo, Texts texts) {
    this.model = model;
    ProgressBar busy = new ProgressBar();
    busy.getStyleClass().add("small");
    busy.setMaxWidth(Double.MAX_VALUE);
    busy.setAccessibleText(texts.get("photo.leaves.busy"));
    busy.visibleProperty().bind(model.readingProperty());
    busy.managedProperty().bind(busy.visibleProperty());
    Node facts =
        new FactsView(model.facts(), texts.get("photo.leaves"), texts.get("photo.leaves.busy"));
    setVgrow(facts, javafx.scene.layout.Priority.ALWAYS);
    getChildren().addAll(busy, facts);
    pause.setOnFinished(event -> model.look());
    photo.sessionProperty().subscribe(() -> changed());
    photo.sourceProperty().subscribe(() -> changed());
    photo.compose().models().addListener((ListChangeListener<ModelRef>) change -> changed());
    photo.compose().maskedProperty().subscribe(() -> changed());
  }

  /** Whether somebody looks. */
  void look(boolean now) {
    looked = now;
    if (now) {
      model.look();
    }
  }

  private void changed() {
    if (looked) {
      pause.playFromStart();
    }
  }
}
