package dev.polylogue.ui.photo;

import dev.polylogue.photo.Area;
import dev.polylogue.photo.Mask;
import java.nio.IntBuffer;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;

/**
 * Draws a mask as a tint with a dashed edge, from as many of its pixels as the screen has: its work
 * depends on what is drawn anew, not on the photo. FX thread.
 */
final class MaskOverlay implements PictureView.Overlay {
  /** Violet at 34 %, premultiplied. */
  private static final int TINT_ALPHA = 87;

  private static final int TINT_RED = 0xb0;
  private static final int TINT_GREEN = 0x60;
  private static final int TINT_BLUE = 0xe0;
  private static final int DARK_DASH = 0xffc2189c;
  private static final int LIGHT_DASH = 0xffffffff;
  private static final int DASH = 4;
  private static final int HALF = 128;

  private final MaskViewModel model;
  private @Nullable PixelBuffer<IntBuffer> buffer;
  private @Nullable WritableImage image;
  private int[] pixels = new int[0];
  private byte[] levels = new byte[0];

  MaskOverlay(MaskViewModel model) {
    this.model = model;
  }

  @Override
  public void draw(GraphicsContext pen, Frame frame, Sight sight, Part part) {
    Mask mask = model.mask();
    boolean fits =
        mask != null
            && mask.size().width() == frame.width()
            && mask.size().height() == frame.height();
    if (mask == null || !fits || mask.isEmpty() || !model.visibleProperty().get()) {
      return;
    }
    double scale = sight.scale(frame);
    double left = Math.round(sight.left(frame));
    double top = Math.round(sight.top(frame));
    Patch patch = Patch.of(frame, part, scale, left, top);
    if (patch.isEmpty()) {
      return;
    }
    resize((int) Math.ceil(frame.viewWidth()), (int) Math.ceil(frame.viewHeight()));
    sample(mask, patch);
    Rectangle2D dirty = new Rectangle2D(patch.x, patch.y, patch.width(), patch.height());
    if (buffer != null && image != null) {
      buffer.updateBuffer(whole -> dirty);
      pen.setImageSmoothing(false);
      double w = patch.width();
      double h = patch.height();
      pen.drawImage(image, patch.x, patch.y, w, h, patch.x, patch.y, w, h);
    }
  }

  /**
   * What is drawn anew, up to the right and lower edge, in pixels of the screen.
   *
   * @param way from the screen to the mask
   */
  private record Patch(int x, int y, int right, int bottom, Way way) {
    static Patch of(Frame frame, Part part, double scale, double left, double top) {
      double right = Math.min(left + frame.width() * scale, part.x() + part.width());
      double bottom = Math.min(top + frame.height() * scale, part.y() + part.height());
      return new Patch(
          (int) Math.max(Math.max(0, left), Math.floor(part.x())),
          (int) Math.max(Math.max(0, top), Math.floor(part.y())),
          (int) Math.ceil(Math.min(frame.viewWidth(), right)),
          (int) Math.ceil(Math.min(frame.viewHeight(), bottom)),
          new Way(scale, left, top, (int) frame.width(), (int) frame.height()));
    }

    boolean isEmpty() {
      return right <= x || bottom <= y;
    }

    int width() {
      return right - x;
    }

    int height() {
      return bottom - y;
    }
  }

  /**
   * Where a pixel of the screen lies in the mask.
   *
   * @param left of the picture on the screen
   * @param width of the mask
   */
  private record Way(double scale, double left, double top, int width, int height) {
    int column(int x) {
      return Math.clamp((long) ((x + 0.5 - left) / scale), 0, width - 1);
    }

    int row(int y) {
      return Math.clamp((long) ((y + 0.5 - top) / scale), 0, height - 1);
    }

    int step() {
      return Math.max(1, (int) Math.floor(1 / scale));
    }

    Area of(Patch patch) {
      int x0 = column(patch.x);
      int y0 = row(patch.y);
      return new Area(x0, y0, column(patch.right) + 1 - x0, row(patch.bottom) + 1 - y0);
    }
  }

  private void resize(int width, int height) {
    if (image == null || image.getWidth() != width || image.getHeight() != height) {
      pixels = new int[width * height];
      PixelBuffer<IntBuffer> made =
          new PixelBuffer<>(
              width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
      buffer = made;
      image = new WritableImage(made);
    }
  }

  private void sample(Mask mask, Patch patch) {
    Way way = patch.way;
    int step = way.step();
    Area area = way.of(patch);
    int columns = (area.width() + step - 1) / step;
    int rows = (area.height() + step - 1) / step;
    if (levels.length < columns * rows) {
      levels = new byte[columns * rows];
    }
    mask.read(area, step, levels);
    int[] places = new int[patch.width() + 1];
    for (int i = 0; i < places.length; i++) {
      places[i] = (way.column(patch.x + i) - area.x()) / step;
    }
    for (int y = patch.y; y < patch.bottom; y++) {
      int row = (way.row(y) - area.y()) / step * columns;
      int below = (way.row(y + 1) - area.y()) / step * columns;
      paint(patch, y, row, below, places);
    }
  }

  private void paint(Patch patch, int y, int row, int below, int[] places) {
    int begin = y * (int) (image == null ? 0 : image.getWidth()) + patch.x;
    int here = levels[row + places[0]] & 0xff;
    for (int i = 0; i < patch.width(); i++) {
      int right = levels[row + places[i + 1]] & 0xff;
      int under = levels[below + places[i]] & 0xff;
      boolean inside = here >= HALF;
      boolean edge = inside != right >= HALF || inside != under >= HALF;
      boolean dark = (patch.x + i + y) / DASH % 2 == 0;
      pixels[begin + i] = edge ? (dark ? DARK_DASH : LIGHT_DASH) : tint(here);
      here = right;
    }
  }

  private static int tint(int level) {
    int alpha = TINT_ALPHA * level / 255;
    return alpha << 24
        | TINT_RED * alpha / 255 << 16
        | TINT_GREEN * alpha / 255 << 8
        | TINT_BLUE * alpha / 255;
  }
}
