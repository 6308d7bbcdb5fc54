package dev.polylogue.ui.diff;

import dev.polylogue.diff.Stretch;
import dev.polylogue.ui.kit.ShapedWords;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** Words in which some stretches have a ground of their own. FX thread. */
final class MarkedText extends Pane {
  private final TextFlow flow = new TextFlow();
  private final Path added = ground("diff-added-ground");
  private final Path removed = ground("diff-removed-ground");
  private final List<Stretch> stretches;

  /**
   * @param style of the words
   */
  MarkedText(List<Stretch> stretches, String style) {
    this.stretches = stretches;
    for (Stretch stretch : stretches) {
      for (String run : ShapedWords.runs(stretch.text())) {
        Text text = new Text(run);
        text.getStyleClass().addAll("diff-words", style, classOf(stretch.kind()));
        flow.getChildren().add(text);
      }
    }
    getChildren().addAll(added, removed, flow);
  }

  private static Path ground(String style) {
    Path ground = new Path();
    ground.getStyleClass().add(style);
    ground.setManaged(false);
    return ground;
  }

  private static String classOf(Stretch.Kind kind) {
    return switch (kind) {
      case SAME -> "diff-same";
      case ADDED -> "diff-added";
      case REMOVED -> "diff-removed";
    };
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  /** Rounded up: a word that lacks a fraction of a pixel goes to the next line. */
  @Override
  protected double computePrefWidth(double height) {
    return Math.ceil(flow.prefWidth(-1)) + 1;
  }

  @Override
  protected double computePrefHeight(double width) {
    return snapSizeY(flow.prefHeight(width));
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected void layoutChildren() {
    flow.resizeRelocate(0, 0, getWidth(), getHeight());
    flow.layout();
    added.getElements().clear();
    removed.getElements().clear();
    int at = 0;
    for (Stretch stretch : stretches) {
      int end = at + stretch.text().length();
      switch (stretch.kind()) {
        case SAME -> {}
        case ADDED -> added.getElements().addAll(flow.getRangeShape(at, end, false));
        case REMOVED -> removed.getElements().addAll(flow.getRangeShape(at, end, false));
      }
      at = end;
    }
  }
}
