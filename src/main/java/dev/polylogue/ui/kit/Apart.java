package dev.polylogue.ui.kit;

import javafx.geometry.HPos;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.layout.Region;

/** Two things at the ends of a row or, where that has no room for both, one below the other. */
public final class Apart extends Region {
  private final Region left;
  private final Region right;
  private final double gap;

  /**
   * @param gap in pixels
   */
  public Apart(Region left, Region right, double gap) {
    this.left = left;
    this.right = right;
    this.gap = gap;
    getChildren().addAll(left, right);
    setMinWidth(0);
  }

  private static double wide(Region one) {
    return one.isManaged() ? Math.ceil(one.prefWidth(-1)) : 0;
  }

  private static double high(Region one) {
    return one.isManaged() && wide(one) > 0 ? Math.ceil(one.prefHeight(-1)) : 0;
  }

  private boolean isOneRow(double width) {
    return wide(right) == 0 || wide(left) + gap + wide(right) <= width;
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefWidth(double height) {
    return wide(left) + gap + wide(right);
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefHeight(double width) {
    return width < 0 || isOneRow(width)
        ? Math.max(high(left), high(right))
        : high(left) + high(right);
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    boolean one = isOneRow(width);
    double tail = Math.min(width, wide(right));
    double room = one ? Math.max(0, width - tail - (tail > 0 ? gap : 0)) : width;
    double first = one ? getHeight() : high(left);
    layoutInArea(left, 0, 0, Math.min(room, wide(left)), first, 0, HPos.LEFT, VPos.CENTER);
    layoutInArea(
        right,
        one ? width - tail : 0,
        one ? 0 : first,
        tail,
        one ? getHeight() : high(right),
        0,
        HPos.LEFT,
        VPos.CENTER);
  }
}
