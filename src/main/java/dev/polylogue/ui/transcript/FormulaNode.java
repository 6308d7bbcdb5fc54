package dev.polylogue.ui.transcript;

import dev.polylogue.ui.formula.Setting;
import dev.polylogue.ui.formula.Setting.Outlines;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleExpression;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.layout.Region;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.SVGPath;
import javafx.scene.text.Text;
import javafx.scene.transform.Scale;

/** The outlines of a formula in the colour and size that words have in its place. */
final class FormulaNode extends Region {
  /** Letters of formulas are smaller than those of the text for the same size of font. */
  private static final double LARGER = 1.2;

  private final Outlines outlines;
  private final Text words = new Text();
  private final Group ink = new Group();
  private final DoubleProperty most = new SimpleDoubleProperty(Double.MAX_VALUE);
  private final DoubleExpression size;
  private final DoubleExpression wide;
  private final DoubleExpression high;

  FormulaNode(String source, Outlines outlines) {
    this.outlines = outlines;
    size =
        DoubleExpression.doubleExpression(
            Bindings.createDoubleBinding(this::fitting, words.fontProperty(), most));
    wide = size.multiply(outlines.width());
    high = size.multiply(outlines.height());
    words.getStyleClass().add("words");
    words.setManaged(false);
    ink.setManaged(false);
    outlines.inks().forEach(some -> ink.getChildren().add(path(some)));
    Scale scale = new Scale();
    scale.xProperty().bind(size.divide(Outlines.UNITS));
    scale.yProperty().bind(scale.xProperty());
    ink.getTransforms().add(scale);
    getChildren().addAll(words, ink);
    size.subscribe(this::requestLayout);
    getStyleClass().add("formula");
    setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    setAccessibleRole(AccessibleRole.TEXT);
    setAccessibleText(source);
  }

  private SVGPath path(Setting.Ink some) {
    SVGPath path = new SVGPath();
    path.setFillRule(FillRule.NON_ZERO);
    path.setContent(some.path());
    if (some.tint() == Setting.Tint.OWN) {
      path.fillProperty().bind(words.fillProperty());
    } else {
      path.getStyleClass().add("ink-" + some.tint().name().toLowerCase(Locale.ROOT));
    }
    return path;
  }

  private double fitting() {
    return Math.min(words.getFont().getSize() * LARGER, most.get() / outlines.width());
  }

  /** Becomes smaller where it would be wider than the text. */
  void fit(Widget.Surroundings around, double less) {
    most.bind(Widths.width(around, less));
  }

  DoubleExpression wideProperty() {
    return wide;
  }

  double wide() {
    return wide.get();
  }

  DoubleExpression highProperty() {
    return high;
  }

  @Override
  public double getBaselineOffset() {
    return size.get() * outlines.ascent();
  }

  @Override
  protected double computePrefWidth(double height) {
    return Math.ceil(wide.get());
  }

  @Override
  protected double computePrefHeight(double width) {
    return high.get();
  }

  @Override
  protected void layoutChildren() {
    ink.setLayoutX(0);
    ink.setLayoutY(getBaselineOffset());
  }
}
