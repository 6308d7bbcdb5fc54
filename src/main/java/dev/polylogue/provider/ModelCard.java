package dev.polylogue.provider;

import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.PictureOptions;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A model that can be named, and what is known of it.
 *
 * @param pictures null where it makes none, or nothing of it is known
 */
public record ModelCard(
    ModelRef ref, String displayName, ModelFacts facts, @Nullable PictureFacts pictures) {
  public ModelCard(ModelRef ref, String displayName, ModelFacts facts) {
    this(ref, displayName, facts, null);
  }

  /** A model of which nothing but the name is known. */
  public static ModelCard named(ModelRef ref) {
    return new ModelCard(ref, ref.model(), ModelFacts.UNKNOWN);
  }

  public ModelCard with(ModelFacts changed) {
    return new ModelCard(ref, displayName, changed, pictures);
  }

  public ModelCard with(@Nullable PictureFacts changed) {
    return new ModelCard(ref, displayName, facts, changed);
  }

  /** Whether it is known to make nothing but pictures. */
  public boolean isNoChat() {
    return pictures != null && pictures.alone();
  }

  /**
   * The size that will be asked for.
   *
   * @param wanted as in {@code PictureOptions}, or null
   * @param source whose shape is to be kept, or null
   */
  public PictureSize size(@Nullable String wanted, PictureRequest.@Nullable Upload source) {
    PictureSizes sizes = pictures == null ? null : pictures.sizes();
    return PictureSize.of(ref.model(), sizes, wanted, source);
  }

  /**
   * About what pictures will cost, in USD; empty when it is not known.
   *
   * @param source the first of them, or null
   */
  public Optional<BigDecimal> expected(
      PictureOptions options, PictureRequest.@Nullable Upload source, int sources) {
    return pictures == null || pictures.price() == null
        ? Optional.empty()
        : pictures.price().expected(size(options.size(), source), options, sources);
  }
}
