package dev.polylogue.provider;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a model that makes pictures, beside its capabilities.
 *
 * @param alone whether it makes nothing but pictures, so that it is no partner for a chat
 * @param mostSources how many pictures it takes at most, or null when unknown
 * @param sizes which sizes it makes, or null when unknown
 * @param edits fields of its protocol to send with each edit, beside what the user sets
 * @param takes what it can be sent, or null when unknown
 * @param price null when unknown
 */
public record PictureFacts(
    boolean alone,
    @Nullable Integer mostSources,
    @Nullable PictureSizes sizes,
    Map<String, String> edits,
    @Nullable PictureTaken takes,
    @Nullable PicturePrice price) {
  public PictureFacts {
    edits = Map.copyOf(edits);
  }

  /** The same where its price does not hold. */
  public PictureFacts unpriced() {
    return new PictureFacts(alone, mostSources, sizes, edits, takes, null);
  }
}
