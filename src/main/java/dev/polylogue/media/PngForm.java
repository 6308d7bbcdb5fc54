package dev.polylogue.media;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a PNG holds its pixels (PNG specification, 6.1 and 11.2.2): in full, in grey, or as numbers
 * of a palette; the latter two with several pixels in a byte where there are few shades. Immutable.
 */
final class PngForm {
  static final PngForm RGB = new PngForm(2, 8, 3, new int[0]);
  static final PngForm RGBA = new PngForm(6, 8, 4, new int[0]);

  private static final int GREY = 0;
  private static final int PALETTE = 3;
  private static final int MOST_COLOURS = 256;

  final int colourType;

  /** Bits a channel. */
  final int depth;

  /** How far back the filters look, in bytes. */
  final int step;

  /** In ascending order; empty without one. */
  private final int[] palette;

  private PngForm(int colourType, int depth, int step, int[] palette) {
    this.colourType = colourType;
    this.depth = depth;
    this.step = step;
    this.palette = palette;
  }

  /**
   * In which forms every pixel stays as it is, the most promising first. What shines through stays
   * in full, since it is asked of masks that they have a channel for it.
   */
  static List<PngForm> of(BufferedImage image) {
    if (Pixels.hasAlpha(image)) {
      return List.of(RGBA);
    }
    int[] found = Colours.of(image);
    if (found == null) {
      return List.of(RGB);
    }
    PngForm palette = new PngForm(PALETTE, depth(found.length), 1, found);
    if (!isGrey(found)) {
      return List.of(palette, RGB);
    }
    PngForm grey = new PngForm(GREY, greyDepth(found), 1, new int[0]);
    return grey.depth <= palette.depth ? List.of(grey, RGB) : List.of(palette, grey, RGB);
  }

  private static boolean isGrey(int[] colours) {
    return Arrays.stream(colours).allMatch(colour -> colour == (colour & 0xff) * 0x10101);
  }

  private static int depth(int colours) {
    return colours <= 2 ? 1 : colours <= 4 ? 2 : colours <= 16 ? 4 : 8;
  }

  /** Of fewer bits there are only shades at even distances. */
  private static int greyDepth(int[] colours) {
    for (int depth = 1; depth < 8; depth *= 2) {
      int distance = 255 / ((1 << depth) - 1);
      if (Arrays.stream(colours).allMatch(colour -> (colour & 0xff) % distance == 0)) {
        return depth;
      }
    }
    return 8;
  }

  /** Of a row, in bytes. */
  int length(int width) {
    return step > 1 ? width * step : (width * depth + 7) / 8;
  }

  /** The chunk that a palette wants: three bytes a colour; empty without one. */
  byte[] colours() {
    byte[] colours = new byte[palette.length * 3];
    for (int i = 0; i < palette.length; i++) {
      colours[3 * i] = (byte) (palette[i] >> 16);
      colours[3 * i + 1] = (byte) (palette[i] >> 8);
      colours[3 * i + 2] = (byte) palette[i];
    }
    return colours;
  }

  /** Writes a row of pixels as ARGB or RGB. */
  void pack(int[] pixels, byte[] row) {
    if (step > 1) {
      full(pixels, row);
    } else if (depth == 8) {
      for (int x = 0; x < pixels.length; x++) {
        row[x] = (byte) sample(pixels[x]);
      }
    } else {
      Arrays.fill(row, (byte) 0);
      int each = 8 / depth;
      for (int x = 0; x < pixels.length; x++) {
        row[x / each] |= (byte) (sample(pixels[x]) << 8 - depth * (x % each + 1));
      }
    }
  }

  private void full(int[] pixels, byte[] row) {
    int at = 0;
    for (int pixel : pixels) {
      row[at] = (byte) (pixel >> 16);
      row[at + 1] = (byte) (pixel >> 8);
      row[at + 2] = (byte) pixel;
      if (step == 4) {
        row[at + 3] = (byte) (pixel >>> 24);
      }
      at += step;
    }
  }

  private int sample(int pixel) {
    return colourType == GREY
        ? (pixel & 0xff) >> 8 - depth
        : Arrays.binarySearch(palette, pixel & 0xffffff);
  }

  /** The colours of a picture that has few. */
  private static final class Colours {
    private static final int FREE = -1;
    private static final int SLOTS = 1024;

    private final int[] table = new int[SLOTS];
    private int count;

    private Colours() {
      Arrays.fill(table, FREE);
    }

    /**
     * In ascending order; null where there are too many, which is mostly seen in the first rows.
     */
    static int @Nullable [] of(BufferedImage image) {
      Colours colours = new Colours();
      int[] pixels = new int[image.getWidth()];
      int last = FREE;
      for (int y = 0; y < image.getHeight(); y++) {
        PngRows.read(image, y, pixels);
        for (int pixel : pixels) {
          int colour = pixel & 0xffffff;
          if (colour != last) {
            last = colour;
            colours.add(colour);
            if (colours.count > MOST_COLOURS) {
              return null;
            }
          }
        }
      }
      return Arrays.stream(colours.table).filter(colour -> colour != FREE).sorted().toArray();
    }

    private void add(int colour) {
      int slot = (colour * 0x9e3779b1) >>> 22;
      while (table[slot] != FREE) {
        if (table[slot] == colour) {
          return;
        }
        slot = (slot + 1) % SLOTS;
      }
      table[slot] = colour;
      count++;
    }
  }
}
