package dev.polylogue.provider;

import java.util.List;

/** Which sizes a model makes. */
public sealed interface PictureSizes {

  /**
   * Some sizes and no others.
   *
   * @param sizes such as {@code 1536x1024}
   */
  record Listed(List<String> sizes) implements PictureSizes {
    public Listed {
      sizes = List.copyOf(sizes);
    }
  }

  /**
   * Any size within bounds.
   *
   * @param step both sides are divisible by it
   * @param ratio of the longer side to the shorter at most
   * @param longest of the longer side, in pixels
   * @param least pixels in all
   * @param most pixels in all
   * @param usual pixels that are not passed unless the user wants it
   */
  record Stepped(int step, double ratio, int longest, long least, long most, long usual)
      implements PictureSizes {}

  /**
   * A shape, and how fine it is.
   *
   * @param ratios such as {@code 16:9}, or {@code auto}
   * @param resolutions such as {@code 2K}, the coarsest first; empty where there is no choice
   */
  record Shapes(List<String> ratios, List<String> resolutions) implements PictureSizes {
    public Shapes {
      ratios = List.copyOf(ratios);
      resolutions = List.copyOf(resolutions);
    }
  }
}
