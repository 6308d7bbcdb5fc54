package dev.polylogue.photo;

import dev.polylogue.conversation.Bytes;
import dev.polylogue.media.PictureWriter;
import dev.polylogue.media.Pixels;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/**
 * How much each pixel may change: from 0, not at all, to 255, wholly; row by row. Not to be changed
 * by anybody.
 */
public final class Levels {
  public static final int ALL = 255;

  private static final int PASSES = 3;

  private final Size size;
  private final byte[] values;

  /**
   * @param values one for each pixel; not to be changed afterwards
   */
  public Levels(Size size, byte[] values) {
    if (values.length != size.pixels()) {
      throw new IllegalArgumentException(values.length + " values are not " + size + ".");
    }
    this.size = size;
    this.values = values;
  }

  public Size size() {
    return size;
  }

  /** One for each pixel, not to be changed. */
  public byte[] values() {
    return values;
  }

  public static Levels everything(Size size) {
    byte[] values = new byte[(int) size.pixels()];
    Arrays.fill(values, (byte) ALL);
    return new Levels(size, values);
  }

  int at(int index) {
    return values[index] & 0xff;
  }

  /** How much of the picture may change, from 0 to 1. */
  public double share() {
    long sum = 0;
    for (byte value : values) {
      sum += value & 0xff;
    }
    return (double) sum / ALL / values.length;
  }

  /** What the user should know before it is sent (I30). */
  public Optional<String> warning() {
    double share = share();
    if (share == 0) {
      return Optional.of("The mask covers nothing, so nothing may change.");
    }
    return share == 1
        ? Optional.of("The mask covers everything, so all of the picture may change.")
        : Optional.empty();
  }

  /** The other way round. */
  public Levels inverted() {
    byte[] other = new byte[values.length];
    for (int i = 0; i < other.length; i++) {
      other[i] = (byte) ~values[i];
    }
    return new Levels(size, other);
  }

  public Levels scaled(Size wanted) {
    if (wanted.equals(size)) {
      return this;
    }
    BufferedImage image = grey(size);
    System.arraycopy(values, 0, data(image), 0, values.length);
    while (image.getWidth() >= 2 * wanted.width() && image.getHeight() >= 2 * wanted.height()) {
      image = drawn(image, new Size(image.getWidth() / 2, image.getHeight() / 2));
    }
    return new Levels(wanted, data(drawn(image, wanted)));
  }

  private static BufferedImage drawn(BufferedImage image, Size wanted) {
    BufferedImage drawn = grey(wanted);
    Graphics2D pen = drawn.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    pen.drawImage(image, 0, 0, wanted.width(), wanted.height(), null);
    pen.dispose();
    return drawn;
  }

  private static BufferedImage grey(Size size) {
    return new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_BYTE_GRAY);
  }

  private static byte[] data(BufferedImage grey) {
    return ((DataBufferByte) grey.getRaster().getDataBuffer()).getData();
  }

  /**
   * With a soft edge, as three means of a square make it, which comes close to a bell. It lies
   * within what may change, so that the rest stays untouched; what is thinner than the edge keeps
   * as much as that leaves of it.
   *
   * @param radius in pixels, that the edge is wide; 0 leaves it
   */
  public Levels feathered(int radius) {
    int half = (int) Math.round(radius / (double) PASSES);
    if (half < 1) {
      return this;
    }
    byte[] now = values;
    byte[] turned = new byte[now.length];
    for (int pass = 0; pass < PASSES; pass++) {
      byte[] out = pass == 0 ? new byte[now.length] : now;
      mean(now, turned, size.width(), size.height(), half);
      mean(turned, out, size.height(), size.width(), half);
      now = out;
    }
    return new Levels(size, within(now));
  }

  /** Of an edge that is soft to both sides, the half that lies within. */
  private byte[] within(byte[] soft) {
    byte[] inner = new byte[soft.length];
    boolean whole = false;
    for (int i = 0; i < soft.length; i++) {
      int level = Math.clamp(2 * (soft[i] & 0xff) - ALL, 0, values[i] & 0xff);
      inner[i] = (byte) level;
      whole |= level == ALL;
    }
    if (!whole) {
      for (int i = 0; i < soft.length; i++) {
        inner[i] = (byte) Math.min(soft[i] & 0xff, values[i] & 0xff);
      }
    }
    return inner;
  }

  /** Means along the rows, written as columns; a second call turns them back. */
  private static void mean(byte[] from, byte[] into, int width, int height, int half) {
    int window = 2 * half + 1;
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      int begin = y * width;
      for (int x = 0; x < width; x++) {
        row[x] = from[begin + x] & 0xff;
      }
      int sum = row[0] * (half + 1);
      for (int x = 1; x <= half; x++) {
        sum += row[Math.min(x, width - 1)];
      }
      for (int x = 0; x < width; x++) {
        into[x * height + y] = (byte) ((sum + half) / window);
        sum += row[Math.min(x + half + 1, width - 1)] - row[Math.max(x - half, 0)];
      }
    }
  }

  /** Transparent where it may change and opaque black elsewhere, as OpenAI wants it. */
  public BufferedImage picture() {
    BufferedImage image =
        new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_ARGB);
    int[] data = Pixels.data(image);
    for (int i = 0; i < data.length; i++) {
      data[i] = ALL - (values[i] & 0xff) << 24;
    }
    return image;
  }

  public Bytes png() throws IOException {
    return PictureWriter.png(picture());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Levels that
        && size.equals(that.size)
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "Levels " + size;
  }
}
