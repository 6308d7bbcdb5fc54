package dev.polylogue.ui.photo;

import dev.polylogue.ui.kit.Buttons;
import dev.polylogue.ui.kit.Icons;
import dev.polylogue.ui.kit.RightToLeft;
import dev.polylogue.ui.kit.Texts;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What stands in a tile in place of its picture, or before it. FX thread. */
final class TileStand {
  /** What the tile shows so far. */
  enum Seen {
    NOTHING,
    /** Not what came, or will. */
    SKETCH,
    PICTURE
  }

  private final PhotoViewModel model;
  private final Texts texts;

  TileStand(PhotoViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
  }

  /**
   * @param unshown why a picture that is there can't be shown, or null
   */
  List<Node> of(TileViewModel tile, Seen seen, @Nullable String unshown) {
    TileViewModel.Face face = tile.faceProperty().get();
    return switch (face.state()) {
      case SOURCE, DONE ->
          unshown == null ? coming(seen) : failed(tile, Feather.ALERT_TRIANGLE, unshown);
      case WORKING, STOPPING -> List.of(working(tile, face));
      case FAILED -> failed(tile, Feather.ALERT_TRIANGLE, face.words());
      case STOPPED -> failed(tile, Feather.SQUARE, face.words());
    };
  }

  /** Of a picture that is there, and still read. */
  private List<Node> coming(Seen seen) {
    return switch (seen) {
      case NOTHING -> List.of(new ProgressIndicator());
      case SKETCH -> List.of(working(texts.get("photo.decoding")));
      case PICTURE -> List.of();
    };
  }

  private static VBox working(String words) {
    Label clock = new Label(words, Icons.of(Feather.CLOCK));
    clock.getStyleClass().add("tile-clock");
    VBox box = box(clock);
    box.getStyleClass().add("tile-working");
    return box;
  }

  private Node working(TileViewModel tile, TileViewModel.Face face) {
    VBox box = working(face.words());
    face.notes().forEach(note -> box.getChildren().add(words(note)));
    if (face.state() == TileViewModel.State.WORKING) {
      Button cancel = Buttons.words(texts.get("photo.cancel"), () -> model.stop(tile), "small");
      cancel.setAccessibleText(texts.get("photo.cancel.name", tile.title()));
      box.getChildren().add(cancel);
    }
    return box;
  }

  private List<Node> failed(TileViewModel tile, Feather sign, String why) {
    // What has no room in the tile is scrolled; the button stays in reach.
    Reason reason = new Reason(words(why));
    if (tile.state() == TileViewModel.State.SOURCE) {
      return List.of(icon(sign), reason);
    }
    Button again = Buttons.words(texts.get("photo.retry"), () -> model.retry(tile), "small");
    again.setAccessibleText(texts.get("photo.retry.name", tile.title()));
    again.setMinHeight(Region.USE_PREF_SIZE);
    return List.of(icon(sign), reason, again);
  }

  /** As high as its words, or as there is room for. */
  private static final class Reason extends ScrollPane {
    private final Label words;

    Reason(Label words) {
      super(words);
      this.words = words;
      getStyleClass().add("tile-why");
      setFitToWidth(true);
      setHbarPolicy(ScrollBarPolicy.NEVER);
      setMinHeight(0);
      setMaxWidth(words.getMaxWidth());
    }

    @Override
    public Orientation getContentBias() {
      return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
      return words.prefWidth(-1);
    }

    @Override
    protected double computePrefHeight(double width) {
      return Math.ceil(
          words.prefHeight(Math.min(width < 0 ? getMaxWidth() : width, getMaxWidth())));
    }
  }

  private static Node icon(Feather icon) {
    Node node = Icons.of(icon);
    node.getStyleClass().add(icon == Feather.SQUARE ? "tile-stopped" : "tile-icon");
    return node;
  }

  /** No larger than what it holds. */
  static VBox box(Node node) {
    VBox box = new VBox(8, node);
    box.setAlignment(Pos.CENTER);
    box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    return box;
  }

  static Label words(String sentence) {
    Label words = new Label(sentence);
    words.getStyleClass().add("tile-words");
    words.setMaxWidth(360);
    words.setMinHeight(Region.USE_PREF_SIZE);
    RightToLeft.wrap(words);
    return words;
  }
}
