package dev.polylogue.ui.chat;

import dev.polylogue.ui.kit.Marks;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.Region;

/**
 * A model in one line: the mark of its provider, its name, the provider. Where there is little
 * room, the provider goes first, and the name keeps its end, since there models differ. FX thread.
 */
final class ModelFace extends Region {
  private static final double GAP = 8;
  private static final double LEAST_PROVIDER = 32;

  /** What rounding to whole pixels may cost; a word that lacks one loses its last letters. */
  private static final double SLACK = 4;

  private final Node mark;
  private final Label name = new Label();
  private final Label provider = new Label();
  private final Node last;

  /**
   * @param last stands behind the words
   */
  ModelFace(ObservableValue<PaneFace> face, Node last) {
    this.mark = Marks.of(face.map(PaneFace::provider));
    this.last = last;
    name.getStyleClass().add("model-name");
    name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    name.setMinWidth(0);
    name.textProperty().bind(face.map(PaneFace::model));
    provider.getStyleClass().add("muted-small");
    provider.setMinWidth(0);
    provider.textProperty().bind(face.map(PaneFace::provider));
    getChildren().addAll(mark, name, provider, last);
  }

  @Override
  protected double computeMinWidth(double height) {
    return mark.prefWidth(-1) + GAP + 40 + GAP + last.prefWidth(-1);
  }

  @Override
  protected double computePrefWidth(double height) {
    double words = Math.ceil(name.prefWidth(-1)) + GAP + Math.ceil(provider.prefWidth(-1));
    return mark.prefWidth(-1) + GAP + words + GAP + Math.ceil(last.prefWidth(-1)) + SLACK;
  }

  @Override
  protected double computePrefHeight(double width) {
    return Math.max(mark.prefHeight(-1), name.prefHeight(-1));
  }

  @Override
  protected void layoutChildren() {
    double x = put(mark, 0, mark.prefWidth(-1)) + GAP;
    double room = Math.max(0, getWidth() - x - GAP - last.prefWidth(-1));
    double named = Math.min(room, Math.ceil(name.prefWidth(-1)));
    x = put(name, x, named) + GAP;
    double left = Math.min(room - named - GAP, Math.ceil(provider.prefWidth(-1)));
    provider.setVisible(left >= Math.min(LEAST_PROVIDER, provider.prefWidth(-1)));
    if (provider.isVisible()) {
      x = put(provider, x, left) + GAP;
    }
    put(last, x, last.prefWidth(-1));
  }

  private double put(Node node, double x, double width) {
    layoutInArea(
        node,
        x,
        0,
        width,
        getHeight(),
        0,
        null,
        true,
        false,
        Pos.CENTER_LEFT.getHpos(),
        VPos.CENTER);
    return x + width;
  }
}
