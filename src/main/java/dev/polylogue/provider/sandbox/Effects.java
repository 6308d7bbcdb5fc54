package dev.polylogue.provider.sandbox;

import dev.polylogue.media.Pixels;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What is done to pixels together with their neighbours, and what is drawn over them. */
final class Effects {
  private Effects() {}

  private static BufferedImage like(BufferedImage image) {
    return new BufferedImage(image.getWidth(), image.getHeight(), image.getType());
  }

  /**
   * Softens, as three means of a square do.
   *
   * @param share of the longer side that the radius is
   */
  static Develop blur(double share) {
    return image -> {
      int longer = Math.max(image.getWidth(), image.getHeight());
      // a sum of more than 257 bytes would not fit into its quarter of a long
      int half = Math.clamp(Math.round(longer * share / 2), 1, 127);
      int[] data = Pixels.data(image).clone();
      int[] turned = new int[data.length];
      for (int pass = 0; pass < 3; pass++) {
        means(data, turned, image.getWidth(), image.getHeight(), half);
        means(turned, data, image.getHeight(), image.getWidth(), half);
      }
      BufferedImage made = like(image);
      System.arraycopy(data, 0, Pixels.data(made), 0, data.length);
      return made;
    };
  }

  /** Means along the rows, written as columns. */
  private static void means(int[] from, int[] into, int width, int height, int half) {
    int window = 2 * half + 1;
    for (int y = 0; y < height; y++) {
      long sum = 0;
      int begin = y * width;
      for (int x = -half; x <= half; x++) {
        sum += spread(from[begin + Math.clamp(x, 0, width - 1)]);
      }
      for (int x = 0; x < width; x++) {
        into[x * height + y] = mean(sum, window);
        sum +=
            spread(from[begin + Math.min(x + half + 1, width - 1)])
                - spread(from[begin + Math.max(x - half, 0)]);
      }
    }
  }

  /** The four channels with room between them, so that they are added at once. */
  private static long spread(int pixel) {
    return (long) (pixel >>> 24) << 48
        | (long) (pixel >> 16 & 0xff) << 32
        | (long) (pixel >> 8 & 0xff) << 16
        | pixel & 0xff;
  }

  private static int mean(long sum, int window) {
    return (int) ((sum >>> 48) / window) << 24
        | (int) ((sum >> 32 & 0xffff) / window) << 16
        | (int) ((sum >> 16 & 0xffff) / window) << 8
        | (int) ((sum & 0xffff) / window);
  }

  /** Adds what a soft copy lacks. */
  static Develop sharpen(double amount) {
    return image -> {
      int longer = Math.max(image.getWidth(), image.getHeight());
      return mixed(image, blur(Math.max(1.0, longer * 0.0015) / longer).apply(image), -amount);
    };
  }

  /** Lights that shine over their edges. */
  static Develop glow(double amount) {
    return image -> mixed(image, Tones.brightness(0.15).apply(blur(0.012).apply(image)), amount);
  }

  /** With a share of another picture; a negative one goes away from it. */
  static BufferedImage mixed(BufferedImage image, BufferedImage other, double share) {
    BufferedImage made = like(image);
    int[] one = Pixels.data(image);
    int[] two = Pixels.data(other);
    int[] into = Pixels.data(made);
    for (int i = 0; i < one.length; i++) {
      int pixel = one[i] & 0xff000000;
      for (int shift = 16; shift >= 0; shift -= 8) {
        double from = one[i] >> shift & 0xff;
        pixel |= Pixels.bounded(from + ((two[i] >> shift & 0xff) - from) * share) << shift;
      }
      into[i] = pixel;
    }
    return made;
  }

  /**
   * @param side of a square, as a share of the longer side
   */
  static Develop pixelate(double side) {
    return image -> {
      int longer = Math.max(image.getWidth(), image.getHeight());
      int square = Math.max(2, (int) Math.round(longer * side));
      BufferedImage small =
          Pixels.scale(
              image,
              Math.max(1, image.getWidth() / square),
              Math.max(1, image.getHeight() / square));
      BufferedImage made = like(image);
      Graphics2D pen = made.createGraphics();
      pen.drawImage(small, 0, 0, image.getWidth(), image.getHeight(), null);
      pen.dispose();
      return made;
    };
  }

  /** Dark corners. */
  static Develop vignette(double amount) {
    return image -> {
      BufferedImage made = like(image);
      int[] from = Pixels.data(image);
      int[] into = Pixels.data(made);
      double width = image.getWidth();
      double height = image.getHeight();
      for (int i = 0; i < from.length; i++) {
        double x = (i % image.getWidth() + 0.5) / width * 2 - 1;
        double y = (Math.floorDiv(i, image.getWidth()) + 0.5) / height * 2 - 1;
        double far = Math.max(0, Math.sqrt((x * x + y * y) / 2) - 0.35) / 0.65;
        double keep = Math.max(0, 1 - amount * far * far);
        into[i] =
            from[i] & 0xff000000
                | (int) ((from[i] >> 16 & 0xff) * keep) << 16
                | (int) ((from[i] >> 8 & 0xff) * keep) << 8
                | (int) ((from[i] & 0xff) * keep);
      }
      return made;
    };
  }

  /** The grain of film, the same each time. */
  static Develop grain(double amount) {
    return image -> {
      Random random = new Random(5);
      BufferedImage noise = like(image);
      int[] from = Pixels.data(image);
      int[] into = Pixels.data(noise);
      for (int i = 0; i < into.length; i++) {
        int off = (int) Math.round(random.nextGaussian() * 40 * amount);
        int pixel = from[i] & 0xff000000;
        for (int shift = 16; shift >= 0; shift -= 8) {
          pixel |= Math.clamp((from[i] >> shift & 0xff) + off, 0, 255) << shift;
        }
        into[i] = pixel;
      }
      return noise;
    };
  }

  /** Lines where lightness changes, dark on white. */
  static Develop sketch(double amount) {
    return image -> {
      BufferedImage grey = Tones.saturation(0).apply(image);
      BufferedImage soft = blur(0.004).apply(Tones.invert().apply(grey));
      BufferedImage made = like(image);
      int[] light = Pixels.data(grey);
      int[] veil = Pixels.data(soft);
      int[] into = Pixels.data(made);
      for (int i = 0; i < into.length; i++) {
        double dodge = (light[i] & 0xff) * 255.0 / Math.max(1, 255 - (veil[i] & 0xff));
        int value = Pixels.bounded(255 - (255 - Math.min(255, dodge)) * (0.7 + amount));
        into[i] = light[i] & 0xff000000 | value * 0x10101;
      }
      return made;
    };
  }

  /**
   * A frame around the picture, which grows by it.
   *
   * @param share of the longer side, or where it is 1 or more, in pixels
   */
  static Develop border(int colour, double share) {
    return image -> {
      int longer = Math.max(image.getWidth(), image.getHeight());
      int width = (int) Math.round(share < 1 ? Math.max(1, longer * share) : share);
      BufferedImage made =
          new BufferedImage(
              image.getWidth() + 2 * width, image.getHeight() + 2 * width, image.getType());
      Graphics2D pen = made.createGraphics();
      pen.setColor(new Color(colour));
      pen.fillRect(0, 0, made.getWidth(), made.getHeight());
      pen.drawImage(image, width, width, null);
      pen.dispose();
      return made;
    };
  }

  /** Words in white on a dark ribbon, as large as they fit. */
  static Develop caption(String words, boolean above) {
    return image -> {
      BufferedImage made = like(image);
      Graphics2D pen = made.createGraphics();
      pen.drawImage(image, 0, 0, null);
      pen.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      int size = Math.max(8, Math.min(image.getHeight() / 10, image.getWidth() / 16));
      pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, size));
      FontMetrics metrics = pen.getFontMetrics();
      List<String> lines = broken(words, metrics, image.getWidth() - size);
      int height = lines.size() * metrics.getHeight() + size / 2;
      int top = above ? 0 : Math.max(0, image.getHeight() - height);
      pen.setColor(new Color(0, 0, 0, 140));
      pen.fillRect(0, top, image.getWidth(), height);
      pen.setColor(Color.WHITE);
      for (int i = 0; i < lines.size(); i++) {
        int x = (image.getWidth() - metrics.stringWidth(lines.get(i))) / 2;
        pen.drawString(
            lines.get(i), x, top + size / 4 + i * metrics.getHeight() + metrics.getAscent());
      }
      pen.dispose();
      return made;
    };
  }

  private static List<String> broken(String words, FontMetrics metrics, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : words.split(" +", -1)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && metrics.stringWidth(longer) > width) {
        lines.add(line.toString());
        line = new StringBuilder(word);
      } else {
        line = new StringBuilder(longer);
      }
    }
    lines.add(line.toString());
    return lines;
  }
}
