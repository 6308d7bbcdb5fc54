package dev.polylogue.photo;

import java.util.Arrays;
import java.util.List;

/**
 * A mask as it was at one moment, which costs nothing to take and never changes. Any thread.
 *
 * @param tiles row by row
 */
public record Tiles(Size size, List<Tile> tiles) {
  static int across(int pixels) {
    return (pixels + Tile.SIDE - 1) / Tile.SIDE;
  }

  /** All of it, in one piece. */
  public Levels levels() {
    byte[] values = new byte[(int) size.pixels()];
    read(new Area(0, 0, size.width(), size.height()), 1, values);
    return new Levels(size, values);
  }

  /**
   * Levels for the screen.
   *
   * @param area of the mask, within its size
   * @param step pixels of the mask for one of the screen
   * @param into from 0 to 255, row by row; of each row {@code ceil(area.width() / step)}
   */
  public void read(Area area, int step, byte[] into) {
    int columns = across(size.width());
    int at = 0;
    for (int y = area.y(); y < area.bottom(); y += step) {
      int first = y / Tile.SIDE * columns;
      int inside = y % Tile.SIDE;
      int x = area.x();
      while (x < area.right()) {
        Tile tile = tiles.get(first + x / Tile.SIDE);
        int end = Math.min(area.right(), (x / Tile.SIDE + 1) * Tile.SIDE);
        int count = (end - x + step - 1) / step;
        byte[] values = tile.values();
        if (values == null) {
          Arrays.fill(into, at, at + count, (byte) tile.level());
        } else if (step == 1) {
          System.arraycopy(values, inside * Tile.SIDE + x % Tile.SIDE, into, at, count);
        } else {
          for (int i = 0; i < count; i++) {
            into[at + i] = values[inside * Tile.SIDE + (x + i * step) % Tile.SIDE];
          }
        }
        at += count;
        x += count * step;
      }
    }
  }
}
