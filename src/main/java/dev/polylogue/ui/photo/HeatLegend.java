package dev.polylogue.ui.photo;

import dev.polylogue.photo.Difference;
import dev.polylogue.photo.HeatColours;
import dev.polylogue.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Stop;
import javafx.scene.shape.Rectangle;

/** What the colours of the heat map mean, while it is looked at. FX thread. */
final class HeatLegend extends HBox {
  private static final double LONG = 160;
  private static final double HIGH = 10;

  /**
   * @param wanted whether such a map is looked at
   */
  HeatLegend(ObservableValue<Boolean> wanted, Texts texts) {
    super(8);
    getStyleClass().add("heat-legend");
    setAlignment(Pos.CENTER_LEFT);
    Label little = new Label(texts.get("photo.heat.little"));
    Label much = new Label(texts.get("photo.heat.much"));
    Label about = new Label(texts.get("photo.heat.about", Difference.TOLERANCE));
    about.setTooltip(new Tooltip(texts.get("photo.heat.tolerance", Difference.TOLERANCE)));
    about.setMinWidth(0);
    about.setMaxWidth(Double.MAX_VALUE);
    about.setWrapText(true);
    HBox.setHgrow(about, Priority.ALWAYS);
    little.setMinWidth(Region.USE_PREF_SIZE);
    much.setMinWidth(Region.USE_PREF_SIZE);
    getChildren().addAll(little, scale(), much, about);
    visibleProperty().bind(wanted);
    managedProperty().bind(visibleProperty());
  }

  /** On a ground as dark as the map's, in light and dark. */
  private static StackPane scale() {
    Rectangle ground = new Rectangle(LONG, HIGH, Color.rgb(16, 18, 24));
    Rectangle colours = new Rectangle(LONG, HIGH, gradient());
    StackPane scale = new StackPane(ground, colours);
    scale.setMinWidth(LONG);
    return scale;
  }

  private static LinearGradient gradient() {
    int[] table = HeatColours.table();
    List<Stop> stops = new ArrayList<>();
    for (int i = 0; i < table.length; i += 15) {
      int argb = table[i];
      Color colour =
          Color.rgb(argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff, (argb >>> 24) / 255.0);
      stops.add(new Stop((double) i / (table.length - 1), colour));
    }
    return new LinearGradient(0, 0, 1, 0, true, CycleMethod.NO_CYCLE, stops);
  }
}
