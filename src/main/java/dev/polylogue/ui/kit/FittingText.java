package dev.polylogue.ui.kit;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/**
 * Quiet words that are whole or not there: the longest of several wordings that fits into the room
 * that the neighbours leave. FX thread.
 */
public final class FittingText extends Region {
  private final List<Label> wordings = new ArrayList<>();

  /**
   * @param wordings from the longest to the shortest
   */
  public FittingText(String... wordings) {
    for (String words : wordings) {
      Label label = new Label(words);
      label.getStyleClass().add("muted-small");
      this.wordings.add(label);
    }
    getChildren().setAll(this.wordings);
    setMinWidth(0);
  }

  @Override
  protected double computePrefWidth(double height) {
    return 0;
  }

  @Override
  protected double computePrefHeight(double width) {
    return wordings.stream().mapToDouble(label -> label.prefHeight(-1)).max().orElse(0);
  }

  @Override
  protected void layoutChildren() {
    boolean found = false;
    for (Label label : wordings) {
      double wide = Math.ceil(label.prefWidth(-1));
      label.setVisible(!found && wide <= getWidth());
      found |= label.isVisible();
      layoutInArea(label, 0, 0, wide, getHeight(), 0, HPos.LEFT, VPos.CENTER);
    }
  }
}
