package dev.polylogue.ui.kit;

import java.util.function.BooleanSupplier;
import javafx.css.PseudoClass;
import javafx.scene.control.TextArea;
import javafx.scene.text.Text;

/** A text area as tall as its text, up to a number of lines; then it scrolls. FX thread. */
public final class GrowingTextArea extends TextArea {
  private static final PseudoClass SCROLLS = PseudoClass.getPseudoClass("scrolls");

  /** Above and below the text: what the style sheet gives, and a pixel for rounding. */
  private static final double ROOM = 10;

  /** For the bar by which a line that is not broken is scrolled. */
  private static final double BAR = 14;

  private final Text measure = new Text();
  private final int mostLines;
  private final BooleanSupplier pasted;

  /**
   * @param pasted takes what is no text out of the clipboard; false leaves it to the text area
   */
  public GrowingTextArea(int mostLines, BooleanSupplier pasted) {
    this.mostLines = mostLines;
    this.pasted = pasted;
    getStyleClass().add("growing");
    RightToLeft.wrap(this);
    setPrefRowCount(1);
    measure.fontProperty().bind(fontProperty());
    textProperty().addListener((property, before, now) -> fit());
    widthProperty().addListener((property, before, now) -> fit());
    fontProperty().addListener((property, before, now) -> fit());
    fit();
  }

  @Override
  public void paste() {
    if (!pasted.getAsBoolean()) {
      super.paste();
    }
  }

  private void fit() {
    measure.setWrappingWidth(0);
    measure.setText("X");
    double line = measure.getLayoutBounds().getHeight();
    boolean unbroken = RightToLeft.isIn(getText());
    measure.setWrappingWidth(unbroken ? 0 : Math.max(1, getWidth() - 2));
    measure.setText(getText().isEmpty() ? "X" : getText() + (getText().endsWith("\n") ? "X" : ""));
    double whole = measure.getLayoutBounds().getHeight();
    double wanted = Math.min(whole, line * mostLines);
    pseudoClassStateChanged(SCROLLS, whole > wanted);
    boolean bar = unbroken && measure.getLayoutBounds().getWidth() > getWidth() - 2;
    double tall = Math.ceil(wanted) + ROOM + (bar ? BAR : 0);
    setMinHeight(tall);
    setPrefHeight(tall);
    setMaxHeight(tall);
  }
}
