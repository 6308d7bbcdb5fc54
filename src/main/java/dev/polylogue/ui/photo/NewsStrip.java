package dev.polylogue.ui.photo;

import dev.polylogue.ui.kit.Buttons;
import dev.polylogue.ui.kit.Icons;
import dev.polylogue.ui.kit.RightToLeft;
import dev.polylogue.ui.kit.Texts;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Says between the tiles and the composer what was just done. FX thread. */
final class NewsStrip extends HBox {
  private static final Duration LONG_ENOUGH = Duration.seconds(20);

  private final NewsViewModel model;
  private final Texts texts;
  private final PauseTransition pause = new PauseTransition(LONG_ENOUGH);

  NewsStrip(NewsViewModel model, Texts texts) {
    super(12);
    this.model = model;
    this.texts = texts;
    getStyleClass().add("photo-news");
    setAlignment(Pos.CENTER_LEFT);
    // Who is about to use what is offered is not hurried.
    pause.setOnFinished(event -> leave());
    hoverProperty().subscribe(over -> pause.playFromStart());
    model.latestProperty().subscribe(this::show);
  }

  private void leave() {
    if (isHover() || isFocusWithin()) {
      pause.playFromStart();
    } else {
      model.dismiss();
    }
  }

  private void show(NewsViewModel.@Nullable News news) {
    setVisible(news != null);
    setManaged(news != null);
    getChildren().clear();
    pause.stop();
    if (news != null) {
      Label words = new Label(news.words());
      RightToLeft.wrap(words);
      words.setMinWidth(0);
      words.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(words, Priority.ALWAYS);
      getChildren().addAll(Icons.of(Feather.CHECK), words);
      if (news.offer() != null) {
        getChildren().add(Buttons.words(news.offer(), model::accept, "small"));
      }
      getChildren().add(Buttons.icon(Feather.X, texts.get("shell.dismiss"), model::dismiss));
      pause.playFromStart();
    }
  }
}
