package dev.polylogue.ui.kit;

import javafx.scene.control.Cell;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a line of a list. It takes the room there is and gives all of it to its face. New
 * words in there are laid out in there alone: the line itself is neither measured nor styled anew
 * while the list is scrolled. FX thread.
 */
public final class EntryFace extends Region {
  /** Of a line, in pixels: the same for all, so that none has to be measured. */
  public static final double LINE = 56;

  private static final double PADDING = 8;

  private final Region face;

  public EntryFace(Region face) {
    this.face = face;
    face.setManaged(false);
    setMinWidth(0);
    setPrefSize(0, LINE - 2 * PADDING);
    setMaxWidth(Double.MAX_VALUE);
    getChildren().add(face);
  }

  /**
   * Makes a line an entry with this in it. Only what differs is changed, since each change of a
   * line costs a frame.
   */
  public void stand(Cell<?> line) {
    become(line, "entry-cell", null, this);
  }

  /** Makes a line a heading above others. */
  public static void head(Cell<?> line, String words) {
    become(line, "heading-cell", words, null);
  }

  /** Leaves nothing in a line. */
  public static void clear(Cell<?> line) {
    become(line, null, null, null);
  }

  private static void become(
      Cell<?> line, @Nullable String style, @Nullable String text, @Nullable EntryFace graphic) {
    if (style == null || !line.getStyleClass().contains(style)) {
      line.getStyleClass().removeAll("entry-cell", "heading-cell");
      if (style != null) {
        line.getStyleClass().add(style);
      }
    }
    line.setText(text);
    line.setGraphic(graphic);
    line.setDisable(text != null);
  }

  @Override
  protected void layoutChildren() {
    face.resizeRelocate(0, 0, getWidth(), getHeight());
  }
}
