package dev.polylogue.ui.transcript;

import java.util.HashMap;
import java.util.Map;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * Lays out cells in columns of given widths; a row is as tall as its tallest cell. Where columns
 * are many, only the cells that can be seen are made, and a row is as tall as its first cell. FX
 * thread.
 */
final class TableGrid extends Region {
  /** Makes a cell. */
  interface Cells {
    Region cell(int row, int column);
  }

  private final int rows;
  private final int columns;
  private final Cells cells;
  private final Map<Integer, Region> made = new HashMap<>();
  private final double[] heights;
  private final InvalidationListener resized = changed -> reshape();
  private boolean measured;
  private double[] widths = {};
  private @Nullable ObservableValue<double[]> wanted;
  private Sideways.@Nullable Place place;
  private @Nullable Region window;

  TableGrid(int rows, int columns, Cells cells) {
    this.rows = rows;
    this.columns = columns;
    this.cells = cells;
    this.heights = new double[rows];
    getStyleClass().add("table");
  }

  /**
   * Takes its widths from here.
   *
   * @param moved where only the cells in view are to be made, or null for all
   * @param seen through which cells are seen
   */
  void follow(ObservableValue<double[]> widths, Sideways.@Nullable Place moved, Region seen) {
    wanted = widths;
    place = moved;
    window = seen;
    widths.addListener(new WeakInvalidationListener(resized));
    if (moved != null) {
      moved.pixels().addListener(new WeakInvalidationListener(resized));
      seen.widthProperty().addListener(new WeakInvalidationListener(resized));
    }
    reshape();
  }

  private void reshape() {
    ObservableValue<double[]> now = wanted;
    if (now == null) {
      return;
    }
    widths = now.getValue();
    double from = place == null ? 0 : place.pixels().get();
    double to = place == null || window == null ? Double.MAX_VALUE : from + window.getWidth();
    double x = 0;
    for (int column = 0; column < columns; column++) {
      if (column == 0 || x + widths[column] >= from && x <= to) {
        make(column);
      }
      x += widths[column];
    }
    measured = false;
    requestLayout();
  }

  private void make(int column) {
    for (int row = 0; row < rows; row++) {
      int at = row * columns + column;
      if (!made.containsKey(at)) {
        Region cell = cells.cell(row, column);
        made.put(at, cell);
        getChildren().add(cell);
      }
    }
  }

  @Override
  public void requestLayout() {
    measured = false;
    super.requestLayout();
  }

  private void measure() {
    if (measured) {
      return;
    }
    java.util.Arrays.fill(heights, 0);
    made.forEach(
        (at, cell) -> {
          if (place == null || at % columns == 0) {
            int row = at / columns;
            heights[row] = Math.max(heights[row], snapSizeY(cell.prefHeight(widths[at % columns])));
          }
        });
    measured = true;
  }

  @Override
  protected double computeMinWidth(double height) {
    return computePrefWidth(height);
  }

  @Override
  protected double computePrefWidth(double height) {
    double all = 0;
    for (double width : widths) {
      all += width;
    }
    return all;
  }

  @Override
  protected double computePrefHeight(double width) {
    measure();
    double all = 0;
    for (double height : heights) {
      all += height;
    }
    return all;
  }

  @Override
  protected void layoutChildren() {
    measure();
    double[] left = new double[columns];
    for (int column = 1; column < columns; column++) {
      left[column] = left[column - 1] + widths[column - 1];
    }
    double[] top = new double[rows];
    for (int row = 1; row < rows; row++) {
      top[row] = top[row - 1] + heights[row - 1];
    }
    made.forEach(
        (at, cell) -> {
          int row = at / columns;
          int column = at % columns;
          cell.resizeRelocate(left[column], top[row], widths[column], heights[row]);
        });
  }
}
