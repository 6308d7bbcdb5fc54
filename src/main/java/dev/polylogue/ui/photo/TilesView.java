package dev.polylogue.ui.photo;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * Source and results in rows and columns, in which the pictures come out largest; they scroll where
 * there are too many to be read. FX thread.
 */
final class TilesView extends Pane {
  private static final double LABEL = 48;

  /** Below that nobody reads whose a tile is. */
  private static final double LEAST_WIDTH = 190;

  private static final double LEAST_HEIGHT = 190;

  private final PhotoViewModel model;
  private final TileView.Stage stage;
  private final List<TileView> views = new ArrayList<>();
  private final ScrollBar bar = new ScrollBar();
  private final Rectangle clip = new Rectangle();

  /** Is to be brought into sight by the next layout. */
  private @Nullable TileView shown;

  TilesView(PhotoViewModel model, TileView.Stage stage) {
    this.model = model;
    this.stage = stage;
    getStyleClass().add("tiles");
    setMinSize(0, 0);
    model.tiles().addListener((ListChangeListener<TileViewModel>) change -> arrange());
    model.aloneProperty().subscribe(alone -> requestLayout());
    model
        .currentProperty()
        .subscribe(
            current -> {
              shown = current();
              requestLayout();
            });
    bar.setOrientation(Orientation.VERTICAL);
    bar.valueProperty().subscribe(value -> requestLayout());
    bar.setManaged(false);
    setClip(clip);
    addEventHandler(ScrollEvent.SCROLL, this::turned);
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
    List<Node> nodes = new ArrayList<>(now);
    nodes.add(bar);
    if (!getChildren().equals(nodes)) {
      getChildren().setAll(nodes);
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
    clip.setWidth(getWidth());
    clip.setHeight(getHeight());
    Grid grid = grid(count, getWidth());
    if (grid.height() > getHeight()) {
      grid = grid(count, getWidth() - bar.prefWidth(-1));
    }
    scroll(grid);
    level(grid, alone ? List.of(current) : views);
    double above = bar.isVisible() ? bar.getValue() : 0;
    int place = 0;
    for (TileView view : views) {
      boolean seen = !alone || view == current;
      view.setVisible(seen);
      if (seen) {
        int column = place % grid.columns();
        int row = place / grid.columns();
        double left = Math.round(grid.width() * column / grid.columns());
        double top = Math.round(grid.tile() * row - above);
        double right = Math.round(grid.width() * (column + 1) / grid.columns());
        double bottom = Math.round(grid.tile() * (row + 1) - above);
        view.resizeRelocate(left, top, right - left, bottom - top);
        place++;
      }
    }
  }

  /**
   * How tiles stand.
   *
   * @param width of all of them
   * @param tile how high each is
   */
  private record Grid(int columns, int rows, double width, double tile) {
    double height() {
      return rows * tile;
    }
  }

  /** As many columns as show the first picture largest, each wide enough to say whose it is. */
  private Grid grid(int count, double width) {
    Frame shape = views.isEmpty() ? null : views.getFirst().view().frame();
    double wide = shape == null ? 4 : shape.width();
    double high = shape == null ? 3 : shape.height();
    int most = (int) Math.clamp(width / LEAST_WIDTH, 1, Math.max(1, count));
    Grid best = new Grid(1, Math.max(1, count), width, Math.max(1, getHeight()));
    double largest = 0;
    for (int columns = 1; columns <= most; columns++) {
      int rows = Math.max(1, (count + columns - 1) / columns);
      double tile = Math.max(LEAST_HEIGHT, getHeight() / rows);
      double seen = Math.min(1, getHeight() / (tile * rows));
      Frame frame = new Frame(wide, high, width / columns, tile - LABEL);
      if (frame.fit() * seen > largest * 1.001) {
        largest = frame.fit() * seen;
        best = new Grid(columns, rows, width, tile);
      }
    }
    return best;
  }

  /** What is said below one is room below all, so that their pictures are of one scale. */
  private static void level(Grid grid, List<TileView> seen) {
    double width = Math.floor(grid.width() / grid.columns());
    double most = 0;
    for (TileView view : seen) {
      most = Math.max(most, view.label().ownHeight(width));
    }
    for (TileView view : seen) {
      view.label().setMinHeight(Math.ceil(most));
    }
  }

  /** There is a bar where not all rows have room. */
  private void scroll(Grid grid) {
    double hidden = Math.max(0, grid.height() - getHeight());
    bar.setVisible(hidden >= 1);
    bar.setMax(Math.max(1, hidden));
    bar.setVisibleAmount(bar.getMax() * getHeight() / Math.max(1, grid.height()));
    bar.setBlockIncrement(grid.tile());
    bar.setUnitIncrement(grid.tile() / 4);
    bar.setValue(Math.clamp(bar.getValue(), 0, bar.getMax()));
    bar.resizeRelocate(grid.width(), 0, bar.prefWidth(-1), getHeight());
    int row = views.indexOf(shown) / grid.columns();
    if (shown != null && bar.isVisible()) {
      double top = row * grid.tile();
      double lowest = Math.min(top, hidden);
      bar.setValue(
          Math.clamp(bar.getValue(), Math.max(0, top + grid.tile() - getHeight()), lowest));
    }
    shown = null;
  }

  private void turned(ScrollEvent event) {
    if (bar.isVisible()) {
      bar.setValue(Math.clamp(bar.getValue() - event.getDeltaY(), 0, bar.getMax()));
      event.consume();
    }
  }
}
