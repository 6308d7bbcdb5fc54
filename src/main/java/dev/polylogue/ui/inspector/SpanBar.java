package dev.polylogue.ui.inspector;

import javafx.scene.layout.Region;

/** A part of a whole, drawn where it lies: both ends from 0 to 1. */
final class SpanBar extends Region {
  private static final double LEAST = 2;

  private final Region part = new Region();
  private final double from;
  private final double to;

  SpanBar(String style, double from, double to) {
    this.from = from;
    this.to = to;
    getStyleClass().add("span-bar");
    part.getStyleClass().addAll("span", style);
    getChildren().add(part);
  }

  @Override
  protected void layoutChildren() {
    double wide = Math.max(LEAST, Math.rint((to - from) * getWidth()));
    double left = Math.min(Math.rint(from * getWidth()), getWidth() - wide);
    part.resizeRelocate(left, 0, wide, getHeight());
  }
}
