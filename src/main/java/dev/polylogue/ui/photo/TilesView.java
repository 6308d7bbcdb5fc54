package dev.polylogue.ui.photo;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/** Source and results in rows and columns, in which the pictures come out largest. FX thread. */
final class TilesView extends Pane {
  private static final double LABEL = 44;

  private final PhotoViewModel model;
  private final TileView.Stage stage;
  private final List<TileView> views = new ArrayList<>();

  TilesView(PhotoViewModel model, TileView.Stage stage) {
    this.model = model;
    this.stage = stage;
    getStyleClass().add("tiles");
    setMinSize(0, 0);
    model.tiles().addListener((ListChangeListener<TileViewModel>) change -> arrange());
    model.aloneProperty().subscribe(alone -> requestLayout());
    model.currentProperty().subscribe(current -> requestLayout());
    arrange();
  }

  private void arrange() {
    List<TileView> free = new ArrayList<>(views);
    free.removeIf(view -> model.tiles().contains(view.tile()));
    List<TileView> now = new ArrayList<>();
    for (TileViewModel tile : model.tiles()) {
      now.add(
          views.stream()
              .filter(view -> view.tile() == tile)
              .findFirst()
              .orElseGet(() -> turned(free, tile)));
    }
    free.forEach(TileView::leave);
    views.clear();
    views.addAll(now);
    if (!getChildren().equals(now)) {
      getChildren().setAll(now);
    }
  }

  /** One that is free shows it, since to make one and to style it takes longer than a frame. */
  private TileView turned(List<TileView> free, TileViewModel tile) {
    for (TileView view : free) {
      if (view.suits(tile)) {
        free.remove(view);
        view.turnTo(tile);
        return view;
      }
    }
    return new TileView(tile, model, stage);
  }

  /** The source as far as it is there, or null. */
  PictureView.@Nullable Shown source() {
    return views.isEmpty() ? null : views.getFirst().view().own();
  }

  /** Shows another picture in every tile, or with null each its own again. */
  void flash(PictureView.@Nullable Shown other) {
    views.forEach(view -> view.flash(other));
  }

  /** The view of the current tile, or null when there is none. */
  @Nullable TileView current() {
    return views.stream()
        .filter(view -> view.tile() == model.currentProperty().get())
        .findFirst()
        .orElse(views.isEmpty() ? null : views.getFirst());
  }

  /** A frame by which pictures are moved that have no view of their own in the hand. */
  @Nullable Frame frame() {
    TileView now = current();
    Frame frame = now == null ? null : now.view().frame();
    return frame != null || views.isEmpty() ? frame : views.getFirst().view().frame();
  }

  @Override
  protected void layoutChildren() {
    TileView current = current();
    boolean alone = model.aloneProperty().get() && current != null;
    int count = alone ? 1 : views.size();
    int columns = columns(count);
    int rows = (count + columns - 1) / Math.max(1, columns);
    int place = 0;
    for (TileView view : views) {
      boolean seen = !alone || view == current;
      view.setVisible(seen);
      if (seen) {
        int column = place % columns;
        int row = place / columns;
        double left = Math.round(getWidth() * column / columns);
        double top = Math.round(getHeight() * row / rows);
        double right = Math.round(getWidth() * (column + 1) / columns);
        double bottom = Math.round(getHeight() * (row + 1) / rows);
        view.resizeRelocate(left, top, right - left, bottom - top);
        place++;
      }
    }
  }

  /** As many as show the first picture largest. */
  private int columns(int count) {
    Frame shape = views.isEmpty() ? null : views.getFirst().view().frame();
    double width = shape == null ? 4 : shape.width();
    double height = shape == null ? 3 : shape.height();
    int best = 1;
    double largest = 0;
    for (int columns = 1; columns <= count; columns++) {
      int rows = (count + columns - 1) / columns;
      Frame frame = new Frame(width, height, getWidth() / columns, getHeight() / rows - LABEL);
      if (frame.fit() > largest * 1.001) {
        largest = frame.fit();
        best = columns;
      }
    }
    return best;
  }
}
