package dev.polylogue.ui.transcript;

import javafx.geometry.VPos;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/**
 * The bullet or the number beside a line of a list, at its right. A label would do as much with
 * twice the nodes, which a growing list makes anew all the time. FX thread.
 */
final class MarkNode extends Region {
  private static final double ABOVE = 2;
  private static final double BESIDE = 8;

  private final Text words;

  /**
   * @param gap class of the room above the line
   */
  MarkNode(String mark, String gap) {
    words = new Text(mark);
    words.setTextOrigin(VPos.TOP);
    words.getStyleClass().add("text");
    getStyleClass().addAll("mark", gap);
    getChildren().add(words);
  }

  @Override
  protected void layoutChildren() {
    double width = snapSizeX(words.getLayoutBounds().getWidth());
    words.relocate(
        snapPositionX(getWidth() - snappedRightInset() - BESIDE - width),
        snapPositionY(snappedTopInset() + ABOVE));
  }
}
