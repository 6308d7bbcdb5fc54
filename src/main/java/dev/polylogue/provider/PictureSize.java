package dev.polylogue.provider;

import dev.polylogue.provider.PictureRequest.Upload;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The size to ask a model for: what the user wants, or the shape of the source, as near as the
 * model can come to it. Where nothing is known of the model, what the user wants goes as it is, and
 * nothing where nothing is wanted.
 *
 * @param size {@code 1536x1024} or {@code auto}, for models that take sizes
 * @param ratio {@code 3:2} or {@code auto}, for models that take shapes
 * @param resolution {@code 2K}, for models that take one
 * @param note a sentence when it is not what was wanted, or not of the source's shape
 */
public record PictureSize(
    @Nullable String size,
    @Nullable String ratio,
    @Nullable String resolution,
    @Nullable String note) {
  /** Two shapes that differ by less look the same: a step of 16 pixels may be as much. */
  private static final double SAME = 0.02;

  private static final Pattern PIXELS = Pattern.compile("(\\d{1,5})\\s*[xX×]\\s*(\\d{1,5})");
  private static final Pattern RATIO =
      Pattern.compile("(\\d{1,3}(?:\\.\\d+)?):(\\d{1,3}(?:\\.\\d+)?)");
  private static final Pattern RESOLUTION = Pattern.compile("(\\d{1,4})([kK]?)");
  private static final String AUTO = "auto";

  /** A shape in pixels, whether wanted or that of the source. */
  private record Aim(double width, double height) {
    double ratio() {
      return width / height;
    }

    double pixels() {
      return width * height;
    }
  }

  /**
   * @param model as named in the note
   * @param sizes which the model makes, or null when unknown
   * @param wanted as in {@code PictureOptions}, or null
   * @param source whose shape is to be kept, or null
   */
  public static PictureSize of(
      String model,
      @Nullable PictureSizes sizes,
      @Nullable String wanted,
      @Nullable Upload source) {
    Aim shown = source == null ? null : new Aim(source.width(), source.height());
    if (sizes == null) {
      boolean shape = wanted != null && RATIO.matcher(wanted).matches();
      return new PictureSize(shape ? null : wanted, shape ? wanted : null, null, null);
    }
    Aim aim = wanted == null ? shown : aim(wanted, shown).orElse(shown);
    PictureSize chosen =
        switch (sizes) {
          case PictureSizes.Listed(List<String> listed) -> listed(listed, wanted, aim);
          case PictureSizes.Stepped stepped -> stepped(stepped, wanted, aim);
          case PictureSizes.Shapes shapes -> shape(shapes, wanted, aim);
        };
    return chosen.noted(model, wanted, aim);
  }

  private PictureSize noted(String model, @Nullable String wanted, @Nullable Aim aim) {
    String made = size == null ? ratio : size;
    if (aim == null || made == null || made.equals(AUTO)) {
      return this;
    }
    boolean sameShape = apart(aim(made, null).orElse(aim).ratio(), aim.ratio()) <= SAME;
    boolean otherPixels =
        wanted != null && size != null && !made.equals(wanted) && PIXELS.matcher(wanted).matches();
    if (sameShape && !otherPixels && isUnderstood(wanted)) {
      return this;
    }
    String about =
        wanted == null
            ? "%s makes no picture of the shape of the source, %.0f × %.0f; it was asked for %s, so the shape changes."
                .formatted(model, aim.width(), aim.height(), made)
            : "%s makes no picture of the size \"%s\"; it was asked for %s, the nearest."
                .formatted(model, wanted, made);
    return new PictureSize(size, ratio, resolution, about);
  }

  private boolean isUnderstood(@Nullable String wanted) {
    return wanted == null
        || wanted.equalsIgnoreCase(resolution)
        || PIXELS.matcher(wanted).matches()
        || RATIO.matcher(wanted).matches();
  }

  /** Pixels as they are; a ratio with as many pixels as the source has, or a million. */
  private static Optional<Aim> aim(String words, @Nullable Aim source) {
    Matcher pixels = PIXELS.matcher(words.strip());
    if (pixels.matches()) {
      return aim(Double.parseDouble(pixels.group(1)), Double.parseDouble(pixels.group(2)), 1);
    }
    Matcher ratio = RATIO.matcher(words.strip());
    if (!ratio.matches()) {
      return Optional.empty();
    }
    double wide = Double.parseDouble(ratio.group(1));
    double high = Double.parseDouble(ratio.group(2));
    double area = source == null ? 1 << 20 : source.pixels();
    return aim(wide, high, Math.sqrt(area / (wide * high)));
  }

  private static Optional<Aim> aim(double wide, double high, double scale) {
    return wide > 0 && high > 0
        ? Optional.of(new Aim(wide * scale, high * scale))
        : Optional.empty();
  }

  private static double apart(double one, double other) {
    return Math.abs(Math.log(one / other));
  }

  private static PictureSize listed(
      List<String> listed, @Nullable String wanted, @Nullable Aim aim) {
    boolean asIs = wanted != null && (wanted.equals(AUTO) || listed.contains(wanted));
    return new PictureSize(
        asIs ? wanted : aim == null ? null : nearest(listed, aim), null, null, null);
  }

  private static String nearest(List<String> words, Aim aim) {
    return words.stream()
        .filter(word -> aim(word, null).isPresent())
        .min(Comparator.comparingDouble(word -> distance(word, aim)))
        .orElse(AUTO);
  }

  private static double distance(String word, Aim aim) {
    return apart(aim(word, null).orElse(aim).ratio(), aim.ratio());
  }

  private static PictureSize stepped(
      PictureSizes.Stepped bounds, @Nullable String wanted, @Nullable Aim aim) {
    if (wanted != null && wanted.equals(AUTO)) {
      return new PictureSize(AUTO, null, null, null);
    }
    if (aim == null) {
      return new PictureSize(null, null, null, null);
    }
    boolean exact = wanted != null && PIXELS.matcher(wanted).matches();
    return new PictureSize(
        fitting(bounds, aim, exact ? bounds.most() : bounds.usual()), null, null, null);
  }

  /** The size that differs least: a hundredth of the shape counts as a tenth of the pixels. */
  private static String fitting(PictureSizes.Stepped bounds, Aim aim, long most) {
    double ratio = Math.clamp(aim.ratio(), 1 / bounds.ratio(), bounds.ratio());
    double area = Math.clamp(aim.pixels(), (double) bounds.least(), (double) most);
    String best = AUTO;
    double least = Double.MAX_VALUE;
    for (int height = bounds.step(); height <= bounds.longest(); height += bounds.step()) {
      int width = (int) Math.round(height * ratio / bounds.step()) * bounds.step();
      long pixels = (long) width * height;
      boolean fits =
          width > 0
              && width <= bounds.longest()
              && pixels >= bounds.least()
              && pixels <= most
              && Math.max(width, height) <= bounds.ratio() * Math.min(width, height);
      double differs =
          10 * apart((double) width / height, ratio) + Math.abs(Math.log(pixels / area));
      if (fits && differs < least) {
        least = differs;
        best = width + "x" + height;
      }
    }
    return best;
  }

  private static PictureSize shape(
      PictureSizes.Shapes shapes, @Nullable String wanted, @Nullable Aim aim) {
    String resolution = wanted == null ? null : resolution(shapes.resolutions(), wanted);
    boolean freely = shapes.ratios().contains(AUTO);
    if (aim == null || (wanted != null && wanted.equals(AUTO))) {
      return new PictureSize(null, freely && wanted != null ? AUTO : null, resolution, null);
    }
    String near = nearest(shapes.ratios(), aim);
    boolean asSource = wanted == null && freely && distance(near, aim) > SAME;
    return new PictureSize(null, asSource ? AUTO : near, resolution, null);
  }

  /** {@code 2k} as the model writes it, or that which is nearest to the longer side. */
  private static @Nullable String resolution(List<String> resolutions, String wanted) {
    for (String known : resolutions) {
      if (known.equalsIgnoreCase(wanted)) {
        return known;
      }
    }
    Matcher pixels = PIXELS.matcher(wanted);
    if (!pixels.matches()) {
      return null;
    }
    double longest =
        Math.max(Double.parseDouble(pixels.group(1)), Double.parseDouble(pixels.group(2)));
    return resolutions.stream()
        .min(Comparator.comparingDouble(known -> apart(sideOf(known), Math.max(1, longest))))
        .orElse(null);
  }

  private static double sideOf(String resolution) {
    Matcher known = RESOLUTION.matcher(resolution.toLowerCase(Locale.ROOT));
    if (!known.matches()) {
      return 1024;
    }
    return Double.parseDouble(known.group(1)) * (known.group(2).isEmpty() ? 1 : 1024);
  }
}
