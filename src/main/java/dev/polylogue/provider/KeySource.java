package dev.polylogue.provider;

import java.util.Optional;

/** Hands over a key at the moment of use, and nowhere else. */
@FunctionalInterface
public interface KeySource {

  KeySource NONE = Optional::empty;

  /**
   * The key, or empty where the provider takes none.
   *
   * @throws ProviderException of kind {@code auth} when one is needed and missing, saying where it
   *     was looked for
   */
  Optional<String> key() throws ProviderException;
}
