package dev.polylogue.ui.photo;

import dev.polylogue.ui.kit.Buttons;
import dev.polylogue.ui.kit.Icons;
import dev.polylogue.ui.kit.RightToLeft;
import dev.polylogue.ui.kit.Texts;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Why photos were not taken in, above the tiles; a damaged one can be used anyway. FX thread. */
final class PhotoProblems extends VBox {
  private final PhotosViewModel photos;
  private final Texts texts;

  PhotoProblems(PhotosViewModel photos, Texts texts) {
    this.photos = photos;
    this.texts = texts;
    photos.problems().addListener((ListChangeListener<PhotosViewModel.Problem>) c -> fill());
    fill();
  }

  private void fill() {
    getChildren().setAll(photos.problems().stream().map(this::line).toList());
    setManaged(!getChildren().isEmpty());
    setVisible(isManaged());
  }

  private Node line(PhotosViewModel.Problem problem) {
    Label words = new Label(problem.words());
    RightToLeft.wrap(words);
    words.setMinWidth(0);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox line = new HBox(12, Icons.of(Feather.ALERT_TRIANGLE), words);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("notice");
    if (problem.despite() != null) {
      line.getChildren()
          .add(Buttons.words(texts.get("photo.despite"), () -> photos.useAnyway(problem), "small"));
    }
    line.getChildren()
        .add(Buttons.icon(Feather.X, texts.get("shell.dismiss"), () -> photos.dismiss(problem)));
    return line;
  }
}
