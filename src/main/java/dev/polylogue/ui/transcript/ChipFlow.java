package dev.polylogue.ui.transcript;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/**
 * Puts chips beside each other, and below where they do not fit. It works out its rows anew each
 * time: a {@code FlowPane} keeps those of the chips before they were dressed.
 */
final class ChipFlow extends Pane {
  private static final double GAP = 6;

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected double computePrefHeight(double width) {
    return flow(width, false);
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected void layoutChildren() {
    flow(getWidth(), true);
  }

  private double flow(double width, boolean place) {
    double x = 0;
    double y = 0;
    double row = 0;
    for (Node chip : getManagedChildren()) {
      double wide = snapSizeX(width < 0 ? chip.prefWidth(-1) : Math.min(width, chip.prefWidth(-1)));
      double tall = snapSizeY(chip.prefHeight(wide));
      if (x > 0 && width >= 0 && x + wide > width) {
        x = 0;
        y += row + GAP;
        row = 0;
      }
      if (place) {
        chip.resizeRelocate(x, y, wide, tall);
      }
      x += wide + GAP;
      row = Math.max(row, tall);
    }
    return y + row;
  }
}
