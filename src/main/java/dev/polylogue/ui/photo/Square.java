package dev.polylogue.ui.photo;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.IntBuffer;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;

/** A square of a {@link Level}, with a rim of its neighbours so that no seam shows. */
final class Square {
  static final int RIM = 1;

  private final int x;
  private final int y;
  private final int width;
  private final int height;
  private final int[] pixels;
  private @Nullable Image image;

  /**
   * @param x of its left edge in the level, without the rim
   * @param pixels premultiplied, with the rim
   */
  Square(int x, int y, int width, int height, BufferedImage pixels) {
    this.x = x;
    this.y = y;
    this.width = width;
    this.height = height;
    this.pixels = ((DataBufferInt) pixels.getRaster().getDataBuffer()).getData();
  }

  long bytes() {
    return 4L * pixels.length;
  }

  /**
   * Draws what of it lies in the part of the view that is drawn anew. FX thread.
   *
   * @param left where the left edge of the level lies in the view
   * @param scale pixels of the screen for a pixel of the level
   */
  void draw(GraphicsContext pen, double left, double top, double scale, Part part) {
    // Rounded edges are shared with the neighbours, so there is neither gap nor overlap.
    double x0 = Math.round(left + x * scale);
    double y0 = Math.round(top + y * scale);
    double x1 = Math.round(left + (x + width) * scale);
    double y1 = Math.round(top + (y + height) * scale);
    if (part.touches(x0, y0, x1, y1) && x1 > x0 && y1 > y0) {
      pen.drawImage(image(), RIM, RIM, width, height, x0, y0, x1 - x0, y1 - y0);
    }
  }

  /** The pixels are not copied. */
  private Image image() {
    Image made = image;
    if (made == null) {
      made =
          new WritableImage(
              new PixelBuffer<>(
                  width + 2 * RIM,
                  height + 2 * RIM,
                  IntBuffer.wrap(pixels),
                  PixelFormat.getIntArgbPreInstance()));
      image = made;
    }
    return made;
  }
}
