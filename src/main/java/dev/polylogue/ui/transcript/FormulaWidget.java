package dev.polylogue.ui.transcript;

import dev.polylogue.ui.formula.Setting.Outlines;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ScrollPane.ScrollBarPolicy;
import javafx.scene.layout.StackPane;

/**
 * A formula, in the words around it or on a line of its own, where a wide one scrolls sideways.
 *
 * @param source LaTeX with its delimiters, which is what is copied and read out
 * @param display whether it has a line of its own
 * @param indent room that margins take away, in pixels
 */
record FormulaWidget(String source, Outlines outlines, boolean display, int indent)
    implements Widget {
  /** Parts of the size of text that fit into the narrowest pane. */
  private static final double NARROW = 12;

  /** Pixels between a wide formula and the bar below it. */
  private static final double BAR_GAP = 4;

  @Override
  public Node node(Surroundings around) {
    FormulaNode formula = new FormulaNode(source, outlines);
    if (!display) {
      formula.fit(around, indent);
      return formula;
    }
    StackPane middle = new StackPane(formula);
    middle.getStyleClass().add("formula-line");
    if (outlines.width() < NARROW) {
      Widths.fill(middle, around, indent);
      return middle;
    }
    return scrolling(formula, middle, around);
  }

  private ScrollPane scrolling(FormulaNode formula, StackPane middle, Surroundings around) {
    middle.minWidthProperty().bind(formula.wideProperty());
    middle.setAlignment(Pos.TOP_CENTER);
    ScrollPane scroll = new Row(middle, formula);
    scroll.getStyleClass().add("formula-scroll");
    scroll.setVbarPolicy(ScrollBarPolicy.NEVER);
    scroll.setFitToWidth(true);
    scroll.minViewportHeightProperty().bind(formula.highProperty().add(BAR_GAP));
    scroll.prefViewportHeightProperty().bind(formula.highProperty().add(BAR_GAP));
    scroll
        .focusTraversableProperty()
        .bind(
            scroll
                .viewportBoundsProperty()
                .map(bounds -> bounds.getWidth() > 0 && bounds.getWidth() < formula.wide()));
    scroll.setAccessibleText(source);
    Widths.fill(scroll, around, indent);
    return scroll;
  }

  @Override
  public String plainText() {
    return source;
  }

  /**
   * Stands on the formula's own base line from the start: one that it only gets once it is laid out
   * would have it laid out above its place.
   */
  private static final class Row extends ScrollPane {
    private final FormulaNode formula;

    Row(StackPane middle, FormulaNode formula) {
      super(middle);
      this.formula = formula;
    }

    @Override
    public double getBaselineOffset() {
      return formula.getBaselineOffset();
    }
  }
}
