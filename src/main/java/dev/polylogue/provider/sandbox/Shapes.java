package dev.polylogue.provider.sandbox;

import dev.polylogue.media.Pixels;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/** What is done to the frame of a picture. */
final class Shapes {
  private Shapes() {}

  /** Clockwise. The frame grows with it; corners that nothing covers are transparent. */
  static Develop rotate(double degrees) {
    return image -> {
      double angle = Math.toRadians(degrees);
      double sine = Math.abs(Math.sin(angle));
      double cosine = Math.abs(Math.cos(angle));
      int width = (int) Math.round(image.getWidth() * cosine + image.getHeight() * sine);
      int height = (int) Math.round(image.getWidth() * sine + image.getHeight() * cosine);
      boolean square = degrees % 90 == 0;
      AffineTransform turn = AffineTransform.getTranslateInstance(width / 2.0, height / 2.0);
      if (square) {
        turn.quadrantRotate((int) Math.round(degrees / 90));
      } else {
        turn.rotate(angle);
      }
      turn.translate(-image.getWidth() / 2.0, -image.getHeight() / 2.0);
      int type = square ? image.getType() : BufferedImage.TYPE_INT_ARGB;
      return drawn(image, turn, new BufferedImage(width, height, type));
    };
  }

  static Develop flip(boolean sideways) {
    return image -> {
      AffineTransform mirror =
          sideways
              ? new AffineTransform(-1, 0, 0, 1, image.getWidth(), 0)
              : new AffineTransform(1, 0, 0, -1, 0, image.getHeight());
      return drawn(
          image, mirror, new BufferedImage(image.getWidth(), image.getHeight(), image.getType()));
    };
  }

  private static BufferedImage drawn(BufferedImage image, AffineTransform how, BufferedImage into) {
    Graphics2D pen = into.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION,
        how.getType() == AffineTransform.TYPE_GENERAL_ROTATION
                || (how.getType() & AffineTransform.TYPE_GENERAL_ROTATION) != 0
            ? RenderingHints.VALUE_INTERPOLATION_BICUBIC
            : RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
    pen.drawImage(image, how, null);
    pen.dispose();
    return into;
  }

  /** The largest part of that ratio, from the middle. */
  static Develop cropTo(double ratio) {
    return image -> {
      double width = Math.min(image.getWidth(), image.getHeight() * ratio);
      double height = Math.min(image.getHeight(), image.getWidth() / ratio);
      double x = (image.getWidth() - width) / 2;
      double y = (image.getHeight() - height) / 2;
      return part(image, x, y, width, height);
    };
  }

  /** A part, each figure a share of the width or height. */
  static Develop crop(double left, double top, double right, double bottom) {
    return image ->
        part(
            image,
            image.getWidth() * left,
            image.getHeight() * top,
            image.getWidth() * (right - left),
            image.getHeight() * (bottom - top));
  }

  private static BufferedImage part(
      BufferedImage image, double x, double y, double width, double height) {
    int w = Math.clamp(Math.round(width), 1, image.getWidth());
    int h = Math.clamp(Math.round(height), 1, image.getHeight());
    int left = Math.clamp(Math.round(x), 0, image.getWidth() - w);
    int top = Math.clamp(Math.round(y), 0, image.getHeight() - h);
    BufferedImage part = new BufferedImage(w, h, image.getType());
    int[] from = Pixels.data(image);
    int[] into = Pixels.data(part);
    for (int row = 0; row < h; row++) {
      System.arraycopy(from, (top + row) * image.getWidth() + left, into, row * w, w);
    }
    return part;
  }

  /** Of exactly that size: scaled to cover it, then cut to it from the middle. */
  static Develop sized(int width, int height) {
    return image -> Pixels.scale(cropTo((double) width / height).apply(image), width, height);
  }

  static Develop scaled(double factor) {
    return image -> Pixels.scale(image, factor);
  }
}
