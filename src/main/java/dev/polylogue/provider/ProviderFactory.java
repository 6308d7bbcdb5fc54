package dev.polylogue.provider;

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

  /** What reads the extra JSON of a pane as its providers will. */
  default ExtraFields extraFields() {
    return ExtraFields.ANY;
  }
}
