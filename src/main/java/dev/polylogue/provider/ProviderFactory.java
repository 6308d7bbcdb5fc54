package dev.polylogue.provider;

import dev.polylogue.conversation.FailureKind;
import dev.polylogue.conversation.ProviderSettings;

/**
 * Builds the provider that speaks the protocol named in the settings. Never touches the network.
 */
public interface ProviderFactory {

  /**
   * The provider at the address in the settings.
   *
   * @throws ProviderException when this program does not speak the protocol, or the address can't
   *     be used
   */
  Provider create(ProviderSettings settings, KeySource key) throws ProviderException;

  /**
   * The same place as one where pictures are made.
   *
   * @throws ProviderException when it makes none in a way that this program speaks
   */
  default PictureProvider pictures(ProviderSettings settings, KeySource key)
      throws ProviderException {
    throw ProviderException.failed(
        FailureKind.UNSUPPORTED,
        "%s makes no pictures in a way that this program speaks.".formatted(settings.id()));
  }

  /** What reads the extra JSON of a pane as its providers will. */
  default ExtraFields extraFields() {
    return ExtraFields.ANY;
  }
}
