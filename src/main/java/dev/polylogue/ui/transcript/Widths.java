package dev.polylogue.ui.transcript;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.scene.layout.Region;

/** Binds widgets to the width of the text around them, which they would else not know. */
final class Widths {
  private static final double LEAST = 40;

  private Widths() {}

  /** As wide as the text. */
  static void fill(Region region, Widget.Surroundings around, double less) {
    DoubleBinding width = width(around, less);
    region.minWidthProperty().bind(width);
    region.prefWidthProperty().bind(width);
    region.maxWidthProperty().bind(width);
  }

  /** As wide as it likes, but no wider than the text. */
  static void limit(Region region, Widget.Surroundings around, double less) {
    region.maxWidthProperty().bind(width(around, less));
  }

  static DoubleBinding width(Widget.Surroundings around, double less) {
    return Bindings.createDoubleBinding(
        () -> Math.max(LEAST, Math.floor(around.width().get() - less)), around.width());
  }
}
