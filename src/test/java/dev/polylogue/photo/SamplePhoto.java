package dev.polylogue.photo;

import dev.polylogue.media.PictureWriter;
import dev.polylogue.media.Pixels;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Draws the sample photo that is shipped: a boat in a bay, in the afternoon. */
public final class SamplePhoto {
  private static final int WIDTH = 1600;
  private static final int HEIGHT = 1200;
  private static final int HORIZON = 660;
  private static final int SUN_X = 1180;
  private static final int SUN_Y = 330;

  private final BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
  private final Random random = new Random(4711);
  private final double[] lattice = random.doubles(1 << 16).toArray();

  private SamplePhoto() {}

  /**
   * @param arguments the file to write, such as {@code resources/samples/bay.jpg}
   */
  public static void main(String[] arguments) throws Exception {
    BufferedImage drawn = new SamplePhoto().draw();
    Files.write(Path.of(arguments[0]), PictureWriter.jpeg(drawn, 0.8f).toArray());
  }

  private BufferedImage draw() {
    sky();
    hills(0.030, 90, 560, 0x8fa3bd, 11);
    hills(0.016, 130, 585, 0x6d8798, 23);
    hills(0.011, 120, 625, 0x4c6b5f, 37);
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    village(pen);
    boat(pen);
    pen.dispose();
    water();
    shore();
    lens();
    return image;
  }

  private void each(int from, int to, Shade shade) {
    for (int y = from; y < to; y++) {
      for (int x = 0; x < WIDTH; x++) {
        image.setRGB(x, y, shade.at(x, y));
      }
    }
  }

  private interface Shade {
    int at(int x, int y);
  }

  private void sky() {
    each(
        0,
        HEIGHT,
        (x, y) -> {
          double t = Math.clamp(y / (double) HORIZON, 0, 1);
          int blue = mix(mix(0x3f78bd, 0x9cc4e4, Math.pow(t, 0.8)), 0xf6e3c6, Math.pow(t, 5) * 0.8);
          double glow = Math.exp(-Math.hypot(x - SUN_X, (y - SUN_Y) * 1.2) / 230);
          int lit = mix(blue, 0xfff3d2, glow * 0.95);
          double cloud = noise(x / 330.0, y / 90.0 + 7, 6) - 0.5 + 0.12 * Math.sin(x / 420.0);
          double thick = Math.clamp(cloud * 3.2, 0, 1) * Math.clamp(1.15 - t * 0.7, 0, 1);
          double under = noise(x / 330.0 + 0.05, y / 90.0 + 7.35, 5);
          return mix(
              lit, mix(0xffffff, 0xb9c3d4, Math.clamp(under * 1.5 - 0.35, 0, 1)), thick * 0.9);
        });
  }

  private void hills(double rough, int height, int base, int colour, int seed) {
    for (int x = 0; x < WIDTH; x++) {
      double shape = noise(x * rough / 5 + seed, seed, 5);
      double slope = Math.sin(x / 520.0 + seed) * 0.35;
      int top = (int) (base - height * (shape + slope - 0.25));
      for (int y = Math.max(0, top); y < HEIGHT; y++) {
        double wood = noise(x / 9.0 + seed, y / 6.0, 3);
        double depth = Math.clamp((y - top) / 160.0, 0, 1);
        double sun = 0.12 * Math.clamp(1 - Math.abs(x - SUN_X) / 900.0, 0, 1);
        int leaf = mix(mix(colour, 0x24402c, depth * 0.5), 0xf3e2b8, (wood - 0.4) * 0.35 + sun);
        image.setRGB(x, y, mix(leaf, 0xb9cbd8, 0.12));
      }
    }
  }

  private void village(Graphics2D pen) {
    int[] walls = {0xf2e6d2, 0xe9d3b0, 0xf6efe4, 0xe2c1a0, 0xdfe3e4};
    for (int i = 0; i < 17; i++) {
      int x = 150 + i * 26 + random.nextInt(12);
      int height = 16 + random.nextInt(20);
      int width = 18 + random.nextInt(14);
      int top = HORIZON - 4 - height - random.nextInt(1 + (i % 5) * 7);
      pen.setColor(new Color(walls[i % walls.length]));
      pen.fillRect(x, top, width, HORIZON - top);
      pen.setColor(new Color(i % 3 == 0 ? 0x8f4a35 : 0xb0603f));
      pen.fillPolygon(
          new int[] {x - 2, x + width / 2, x + width + 2}, new int[] {top, top - 9, top}, 3);
      pen.setColor(new Color(0x57636b));
      for (int window = x + 4; window < x + width - 4; window += 8) {
        pen.fillRect(window, top + 6, 3, 5);
      }
    }
  }

  private void boat(Graphics2D pen) {
    double x = 720;
    double y = 742;
    Path2D hull = new Path2D.Double();
    hull.moveTo(x - 150, y - 34);
    hull.curveTo(x - 128, y + 24, x - 90, y + 34, x, y + 34);
    hull.curveTo(x + 95, y + 34, x + 138, y + 10, x + 172, y - 42);
    hull.curveTo(x + 60, y - 24, x - 60, y - 24, x - 150, y - 34);
    pen.setPaint(
        new GradientPaint(
            (float) x,
            (float) y - 40,
            new Color(0xb4402f),
            (float) x,
            (float) y + 30,
            new Color(0x5e1c17)));
    pen.fill(hull);
    pen.setColor(new Color(0xf4e8d2));
    pen.setStroke(new BasicStroke(5));
    pen.draw(new java.awt.geom.QuadCurve2D.Double(x - 150, y - 32, x, y - 14, x + 172, y - 40));
    pen.setColor(new Color(0x6b4a2c));
    pen.setStroke(new BasicStroke(7));
    pen.drawLine((int) x, (int) y - 22, (int) x + 4, (int) y - 372);
    sail(pen, x + 10, y - 360, x + 158, y - 62, 0xfffaf0, 0xd9cfc0);
    sail(pen, x - 6, y - 330, x - 118, y - 56, 0xf2e6d4, 0xc4b6a4);
    pen.setColor(new Color(0xd23b32));
    pen.fillPolygon(
        new int[] {(int) x + 4, (int) x + 46, (int) x + 4},
        new int[] {(int) y - 396, (int) y - 386, (int) y - 374},
        3);
  }

  private static void sail(
      Graphics2D pen, double top, double topY, double foot, double footY, int lit, int shade) {
    Path2D cloth = new Path2D.Double();
    cloth.moveTo(top, topY);
    cloth.quadTo((top + foot) / 2 + (foot - top) * 0.28, (topY + footY) / 2 - 10, foot, footY);
    cloth.quadTo((top + foot) / 2, footY + 16, top, footY + 4);
    cloth.closePath();
    pen.setPaint(
        new GradientPaint(
            (float) top,
            (float) topY,
            new Color(lit),
            (float) foot,
            (float) footY,
            new Color(shade)));
    pen.fill(cloth);
  }

  private void water() {
    int[] above = Pixels.data(image).clone();
    int boatLine = 776;
    each(
        HORIZON,
        HEIGHT,
        (x, y) -> {
          double far = (y - HORIZON) / (double) (HEIGHT - HORIZON);
          double ripple = noise(x / (26 + 170 * far), y / (2.5 + 15 * far), 4) - 0.5;
          int shift = (int) (ripple * (14 + 120 * far));
          int mirrored = Math.clamp(2L * HORIZON - y + shift / 2, 0, HORIZON - 1);
          int seen = above[mirrored * WIDTH + Math.clamp(x + shift, 0, WIDTH - 1)];
          int own = above[y * WIDTH + x];
          boolean boat = y < boatLine && isBoat(x, y, own);
          int mirror = Math.clamp(2L * boatLine - y + shift / 3, 0, HEIGHT - 1);
          int hull = above[mirror * WIDTH + Math.clamp(x + shift / 2, 0, WIDTH - 1)];
          boolean inBoat = y >= boatLine && isBoat(x + shift / 2, mirror, hull);
          int deep = mix(0x2f6f8f, 0x123a52, far);
          int base = mix(inBoat ? mix(hull, deep, 0.25) : seen, deep, 0.42 + 0.2 * far);
          double path = Math.exp(-Math.abs(x - SUN_X - ripple * 60) / (60 + 190 * far));
          double glint = Math.clamp((ripple - 0.06) * 6, 0, 1) * path;
          int lit = mix(base, 0xfff0cf, glint * 0.85 + path * 0.12);
          return boat ? own : mix(lit, 0xffffff, Math.clamp(ripple * 0.5, 0, 0.12));
        });
  }

  /** What was drawn before the water stays where it is no hill. */
  private static boolean isBoat(int x, int y, int colour) {
    boolean hull = x > 566 && x < 896 && y > 690;
    boolean sails = x > 590 && x < 900 && y > 340;
    int red = colour >> 16 & 0xff;
    int green = colour >> 8 & 0xff;
    return hull && red > green + 28 || sails && red > 178 && y < 740;
  }

  private void shore() {
    for (int x = 0; x < WIDTH; x++) {
      int top =
          (int) (1128 - 70 * noise(x / 260.0, 90, 4) + 60 * Math.pow(x / 1600.0 - 0.35, 2) * 4);
      for (int y = Math.max(0, top); y < HEIGHT; y++) {
        double stone = noise(x / 22.0, y / 14.0 + 50, 4);
        int sand = mix(0x8b7b62, 0xd8c6a2, stone);
        int wet = mix(sand, 0x4a4a44, Math.clamp(1 - (y - top) / 26.0, 0, 1) * 0.7);
        image.setRGB(x, y, wet);
      }
    }
    for (int i = 0; i < 900; i++) {
      double x = random.nextDouble() * 460 - 20;
      double y = HEIGHT + 6;
      double bend = random.nextGaussian() * 26;
      double tall = 60 + random.nextDouble() * 190 * (1 - x / 620);
      int colour = mix(0x2c4a26, 0xa9b45c, random.nextDouble());
      for (double t = 0; t < 1; t += 0.004) {
        int px = (int) (x + bend * t * t);
        int py = (int) (y - tall * t);
        if (px >= 0 && px + 1 < WIDTH && py >= 0 && py < HEIGHT) {
          image.setRGB(px, py, mix(colour, 0x1d3319, (1 - t) * 0.7));
          if (t < 0.6) {
            image.setRGB(px + 1, py, colour);
          }
        }
      }
    }
  }

  /** What a lens and a sensor do: a little softness, dark corners, noise. */
  private void lens() {
    int[] data = Pixels.data(image);
    int[] sharp = data.clone();
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        int at = y * WIDTH + x;
        double far = (Math.pow((x - 800) / 800.0, 2) + Math.pow((y - 600) / 600.0, 2)) / 2;
        double noise = random.nextGaussian() * 2.2;
        int left = x == 0 ? at : at - 1;
        int right = x == WIDTH - 1 ? at : at + 1;
        int above = y == 0 ? at : at - WIDTH;
        int below = y == HEIGHT - 1 ? at : at + WIDTH;
        int pixel = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
          double sum =
              4 * (sharp[at] >> shift & 0xff)
                  + (sharp[left] >> shift & 0xff)
                  + (sharp[right] >> shift & 0xff)
                  + (sharp[above] >> shift & 0xff)
                  + (sharp[below] >> shift & 0xff);
          pixel |= Pixels.bounded(sum / 8 * (1.03 - 0.2 * far * far) + noise) << shift;
        }
        data[at] = pixel;
      }
    }
  }

  private static int mix(int one, int two, double share) {
    double t = Math.clamp(share, 0, 1);
    int mixed = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      double from = one >> shift & 0xff;
      mixed |= Pixels.bounded(from + ((two >> shift & 0xff) - from) * t) << shift;
    }
    return mixed;
  }

  /** Clouds, woods and ripples: values between 0 and 1 that change softly, in octaves. */
  private double noise(double x, double y, int octaves) {
    double sum = 0;
    double weight = 0.5;
    double all = 0;
    double scale = 1;
    for (int i = 0; i < octaves; i++) {
      sum += weight * soft(x * scale + i * 17.3, y * scale + i * 5.1);
      all += weight;
      weight /= 2;
      scale *= 2;
    }
    return sum / all;
  }

  private double soft(double x, double y) {
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    double fx = x - left;
    double fy = y - top;
    double sx = fx * fx * (3 - 2 * fx);
    double sy = fy * fy * (3 - 2 * fy);
    double above = point(left, top) * (1 - sx) + point(left + 1, top) * sx;
    double below = point(left, top + 1) * (1 - sx) + point(left + 1, top + 1) * sx;
    return above * (1 - sy) + below * sy;
  }

  private double point(int x, int y) {
    return lattice[(x * 73 + y * 40503 & 0xffff)];
  }
}
