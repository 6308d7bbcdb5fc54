package dev.polylogue.photo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;

/**
 * Where a photo may change, painted by hand. It is cut into tiles, of which a stroke touches only
 * those it passes: its work depends on the brush, not on the photo. One thread.
 */
public final class Mask {
  private static final long UNDO_BYTES = 64 << 20;

  private final Size size;
  private final int columns;
  private final Tile[] tiles;
  private final long[] sums;

  /** Tiles that nobody else has, so that they may be written to. */
  private final BitSet own = new BitSet();

  private final Undo undo = new Undo(UNDO_BYTES);
  private Edit.Builder edit = new Edit.Builder();
  private long sum;

  /** One that covers nothing. */
  public Mask(Size size) {
    this.size = size;
    columns = Tiles.across(size.width());
    tiles = new Tile[columns * Tiles.across(size.height())];
    sums = new long[tiles.length];
    Arrays.fill(tiles, Tile.CLEAR);
  }

  /** One that was kept. It begins with nothing to undo. */
  public static Mask of(Levels levels) {
    Mask mask = new Mask(levels.size());
    int width = levels.size().width();
    for (int i = 0; i < mask.tiles.length; i++) {
      Area area = mask.area(i);
      byte[] values = new byte[Tile.SIDE * Tile.SIDE];
      for (int y = 0; y < area.height(); y++) {
        int from = (area.y() + y) * width + area.x();
        System.arraycopy(levels.values(), from, values, y * Tile.SIDE, area.width());
      }
      mask.put(i, new Tile(values, 0).shrunk(area.width(), area.height()));
    }
    return mask;
  }

  public Size size() {
    return size;
  }

  /** How much of the photo it covers, from 0 to 1. */
  public double share() {
    return (double) sum / Levels.ALL / size.pixels();
  }

  public boolean isEmpty() {
    return sum == 0;
  }

  /** Begins a stroke. Only one is drawn at a time. */
  public Stroke stroke(Brush brush) {
    return new Stroke(this, brush);
  }

  /**
   * Fills a rectangle.
   *
   * @return what has to be drawn anew
   */
  public Area rectangle(Area rectangle, boolean erases) {
    Area inside = rectangle.within(size);
    byte level = (byte) (erases ? 0 : Levels.ALL);
    for (int i : over(inside)) {
      Area tile = area(i);
      Area part =
          Area.between(
              Math.max(tile.x(), inside.x()),
              Math.max(tile.y(), inside.y()),
              Math.min(tile.right(), inside.right()),
              Math.min(tile.bottom(), inside.bottom()));
      if (part.equals(tile)) {
        remember(i);
        put(i, erases ? Tile.CLEAR : Tile.FULL);
      } else {
        byte[] values = writable(i);
        for (int y = part.y() - tile.y(); y < part.bottom() - tile.y(); y++) {
          int from = y * Tile.SIDE + part.x() - tile.x();
          Arrays.fill(values, from, from + part.width(), level);
        }
      }
    }
    return finish(inside);
  }

  /** The other way round. */
  public Area invert() {
    for (int i = 0; i < tiles.length; i++) {
      remember(i);
      put(i, tiles[i].inverted());
    }
    return finish(all());
  }

  public Area clear() {
    return rectangle(all(), true);
  }

  public boolean canUndo() {
    return undo.canUndo();
  }

  public boolean canRedo() {
    return undo.canRedo();
  }

  /** Takes the last change back; nothing where there is none. */
  public Area undo() {
    Edit last = undo.back();
    return last == null ? Area.NONE : swap(last, undo::undone);
  }

  /** Makes again what was taken back. */
  public Area redo() {
    Edit next = undo.forth();
    return next == null ? Area.NONE : swap(next, undo::redone);
  }

  /** As it is now; later changes do not reach it. */
  public Tiles freeze() {
    own.clear();
    return new Tiles(size, List.of(tiles));
  }

  /**
   * Levels for the screen, see {@link Tiles#read}.
   *
   * @param step pixels of the mask for one of the screen
   */
  public void read(Area area, int step, byte[] into) {
    new Tiles(size, Arrays.asList(tiles)).read(area, step, into);
  }

  private Area swap(Edit change, Consumer<Edit> back) {
    Edit.Builder now = new Edit.Builder();
    change.before().forEach((i, tile) -> now.remember(i, tiles[i]));
    change.before().forEach(this::put);
    back.accept(now.build(change.area()));
    return change.area();
  }

  Area all() {
    return new Area(0, 0, size.width(), size.height());
  }

  /** The numbers of the tiles that an area touches. */
  List<Integer> over(Area inside) {
    List<Integer> touched = new ArrayList<>();
    if (!inside.isEmpty()) {
      for (int y = inside.y() / Tile.SIDE; y <= (inside.bottom() - 1) / Tile.SIDE; y++) {
        for (int x = inside.x() / Tile.SIDE; x <= (inside.right() - 1) / Tile.SIDE; x++) {
          touched.add(y * columns + x);
        }
      }
    }
    return touched;
  }

  Area area(int tile) {
    int x = tile % columns * Tile.SIDE;
    int y = tile / columns * Tile.SIDE;
    return new Area(x, y, Tile.SIDE, Tile.SIDE).within(size);
  }

  Tile tile(int i) {
    return tiles[i];
  }

  /** The levels of a tile, to be written to. */
  byte[] writable(int i) {
    remember(i);
    Tile tile = tiles[i];
    byte[] values = tile.values();
    if (values == null || !own.get(i)) {
      values = tile.copy();
      tiles[i] = new Tile(values, 0);
      own.set(i);
    }
    return values;
  }

  /** The first time in a change, a tile is kept as it was. */
  private void remember(int i) {
    if (edit.remember(i, tiles[i])) {
      own.clear(i);
    }
  }

  private void put(int i, Tile tile) {
    Area area = area(i);
    tiles[i] = tile;
    own.clear(i);
    sum -= sums[i];
    sums[i] = tile.sum(area.width(), area.height());
    sum += sums[i];
  }

  /** A tile was written to. */
  void changed(int i) {
    Area area = area(i);
    sum -= sums[i];
    sums[i] = tiles[i].sum(area.width(), area.height());
    sum += sums[i];
  }

  /** Ends a change, which may be undone from now on. */
  Area finish(Area changed) {
    for (int i : edit.tiles()) {
      Area area = area(i);
      put(i, tiles[i].shrunk(area.width(), area.height()));
    }
    if (!edit.tiles().isEmpty()) {
      undo.add(edit.build(changed));
    }
    edit = new Edit.Builder();
    return changed;
  }
}
