package dev.polylogue.ui.kit;

import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;

/** Coloured marks that tell providers apart at a glance. FX thread. */
public final class Marks {
  private static final int COLOURS = 8;

  private Marks() {}

  /** A dot whose colour stays the same for the same provider; it says nothing by itself. */
  public static Region dot(ObservableValue<String> provider) {
    Region dot = new Region();
    dot.setMinSize(10, 10);
    dot.setMaxSize(10, 10);
    provider.subscribe(id -> dot.getStyleClass().setAll("mark", "mark-" + colour(id)));
    return dot;
  }

  static int colour(String provider) {
    return Math.floorMod(provider.hashCode(), COLOURS) + 1;
  }
}
