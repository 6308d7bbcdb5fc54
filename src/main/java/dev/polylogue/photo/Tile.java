package dev.polylogue.photo;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A square of a mask. Never changed once it is shared. */
final class Tile {
  static final int SIDE = 256;
  static final Tile CLEAR = new Tile(null, 0);
  static final Tile FULL = new Tile(null, Levels.ALL);

  private final byte @Nullable [] values;
  private final int level;

  /**
   * @param values row by row; null where all have the same level
   * @param level of all of them, from 0 to 255, where there are no values
   */
  Tile(byte @Nullable [] values, int level) {
    this.values = values;
    this.level = level;
  }

  byte @Nullable [] values() {
    return values;
  }

  int level() {
    return level;
  }

  int at(int x, int y) {
    return values == null ? level : values[y * SIDE + x] & 0xff;
  }

  boolean isAll(int value) {
    return values == null && level == value;
  }

  /** A copy that may be written to. */
  byte[] copy() {
    if (values != null) {
      return values.clone();
    }
    byte[] copy = new byte[SIDE * SIDE];
    Arrays.fill(copy, (byte) level);
    return copy;
  }

  Tile inverted() {
    if (values == null) {
      return new Tile(null, Levels.ALL - level);
    }
    byte[] other = new byte[values.length];
    for (int i = 0; i < other.length; i++) {
      other[i] = (byte) ~values[i];
    }
    return new Tile(other, 0);
  }

  /** Without values of its own where they are all the same, seen up to that width and height. */
  Tile shrunk(int width, int height) {
    if (values == null) {
      return this;
    }
    byte first = values[0];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        if (values[y * SIDE + x] != first) {
          return this;
        }
      }
    }
    return new Tile(null, first & 0xff);
  }

  long sum(int width, int height) {
    if (values == null) {
      return (long) level * width * height;
    }
    long sum = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        sum += values[y * SIDE + x] & 0xff;
      }
    }
    return sum;
  }

  /** In bytes, about. */
  int weight() {
    return values == null ? 32 : values.length;
  }
}
