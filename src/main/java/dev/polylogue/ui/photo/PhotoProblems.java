package dev.polylogue.ui.photo;

import dev.polylogue.ui.kit.Buttons;
import dev.polylogue.ui.kit.Icons;
import dev.polylogue.ui.kit.RightToLeft;
import dev.polylogue.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;
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
  /** With more of them, nothing would be left of the photo. */
  private static final int MOST_LINES = 3;

  private final PhotosViewModel photos;
  private final Texts texts;

  PhotoProblems(PhotosViewModel photos, Texts texts) {
    this.photos = photos;
    this.texts = texts;
    photos.problems().addListener((ListChangeListener<PhotosViewModel.Problem>) c -> fill());
    fill();
  }

  private void fill() {
    List<PhotosViewModel.Problem> all = photos.problems();
    List<Node> lines = new ArrayList<>(all.stream().limit(MOST_LINES).map(this::line).toList());
    if (all.size() > MOST_LINES) {
      lines.add(more(all.size() - MOST_LINES));
    }
    getChildren().setAll(lines);
    setManaged(!getChildren().isEmpty());
    setVisible(isManaged());
  }

  /** The others come up as those above are seen to. */
  private Node more(int count) {
    HBox line =
        new HBox(
            Buttons.words(texts.get("photo.problems.dismiss", count), photos::dismissAll, "small"));
    line.setAlignment(Pos.CENTER_RIGHT);
    line.getStyleClass().add("notice");
    return line;
  }

  private Node line(PhotosViewModel.Problem problem) {
    Label words = new Label(problem.words());
    words.setWrapText(true);
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
