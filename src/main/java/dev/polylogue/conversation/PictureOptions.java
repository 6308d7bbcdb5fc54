package dev.polylogue.conversation;

import org.jspecify.annotations.Nullable;

/**
 * How pictures are wanted; null leaves it to the model, which for the size means as near to that of
 * the source as the model can.
 *
 * @param size {@code 1024x1536}, {@code auto}, or a ratio such as {@code 16:9}
 * @param quality the provider's own word, such as {@code high}
 * @param n how many, at least 1
 * @param format {@code png}, {@code jpeg} or {@code webp}
 * @param background {@code transparent}, {@code opaque} or {@code auto}
 */
public record PictureOptions(
    @Nullable String size,
    @Nullable String quality,
    int n,
    @Nullable String format,
    @Nullable String background) {
  public static final PictureOptions USUAL = new PictureOptions(null, null, 1, null, null);

  public PictureOptions {
    if (n < 1) {
      throw new IllegalArgumentException("At least one picture must be wanted, not " + n + ".");
    }
  }
}
