package dev.polylogue.media;

import java.awt.image.BufferedImage;

/**
 * The rows of a picture as PNG has them: the number of a filter, then the pixels in some form. What
 * is before the first row and left of a row counts as zero (PNG specification, 9.2).
 */
final class PngRows {
  private static final byte SUB = 1;
  private static final byte UP = 2;
  private static final byte PAETH = 4;

  private final BufferedImage image;
  private final PngForm form;
  private final int step;
  private final int[] pixels;
  private final byte[] sub;
  private final byte[] up;
  private final byte[] paeth;
  private byte[] row;
  private byte[] above;

  PngRows(BufferedImage image, PngForm form) {
    this.image = image;
    this.form = form;
    step = form.step;
    pixels = new int[image.getWidth()];
    int length = form.length(image.getWidth());
    row = new byte[length];
    above = new byte[length];
    sub = new byte[length];
    up = new byte[length];
    paeth = new byte[length];
  }

  /** Of a row with the number of its filter, in bytes. */
  int stride() {
    return row.length + 1;
  }

  /** Goes on to a row; they are read from the first to the last. */
  void read(int y) {
    byte[] next = above;
    above = row;
    row = next;
    read(image, y, pixels);
    form.pack(pixels, row);
  }

  /** A row as ARGB, or as RGB with whatever above it. */
  static void read(BufferedImage image, int y, int[] into) {
    int type = image.getType();
    if (type == BufferedImage.TYPE_INT_RGB || type == BufferedImage.TYPE_INT_ARGB) {
      image.getRaster().getDataElements(0, y, into.length, 1, into);
    } else {
      image.getRGB(0, y, into.length, 1, into, 0, into.length);
    }
  }

  void plain(byte[] into, int at) {
    put((byte) 0, row, into, at);
  }

  /** By the filter that leaves the smallest numbers. */
  void filtered(byte[] into, int at) {
    subtract();
    int bySub = sum(sub);
    int byUp = sum(up);
    int byPaeth = sum(paeth);
    if (bySub < byUp && bySub < byPaeth) {
      put(SUB, sub, into, at);
    } else if (byUp <= byPaeth) {
      put(UP, up, into, at);
    } else {
      put(PAETH, paeth, into, at);
    }
  }

  private static void put(byte filter, byte[] bytes, byte[] into, int at) {
    into[at] = filter;
    System.arraycopy(bytes, 0, into, at + 1, bytes.length);
  }

  private void subtract() {
    for (int i = 0; i < row.length; i++) {
      up[i] = (byte) (row[i] - above[i]);
    }
    for (int i = 0; i < step; i++) {
      sub[i] = row[i];
      paeth[i] = up[i];
    }
    for (int i = step; i < row.length; i++) {
      sub[i] = (byte) (row[i] - row[i - step]);
    }
    for (int i = step; i < row.length; i++) {
      int left = row[i - step] & 0xff;
      int over = above[i] & 0xff;
      int corner = above[i - step] & 0xff;
      int toLeft = Math.abs(over - corner);
      int toOver = Math.abs(left - corner);
      int toCorner = Math.abs(left + over - 2 * corner);
      int nearest =
          toLeft <= toOver && toLeft <= toCorner ? left : toOver <= toCorner ? over : corner;
      paeth[i] = (byte) (row[i] - nearest);
    }
  }

  private static int sum(byte[] differences) {
    int sum = 0;
    for (byte difference : differences) {
      sum += Math.abs(difference);
    }
    return sum;
  }
}
