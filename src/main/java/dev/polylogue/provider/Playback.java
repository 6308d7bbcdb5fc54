package dev.polylogue.provider;

import dev.polylogue.conversation.Exchange;
import dev.polylogue.conversation.ProviderSettings;
import java.util.List;

/** Builds providers that read stored answers once more. Never touches the network. */
@FunctionalInterface
public interface Playback {
  /**
   * A provider whose requests are answered with what was stored.
   *
   * @param exchanges in the order in which they answer, each once
   * @throws ProviderException when this program does not speak the protocol
   */
  Provider replay(ProviderSettings settings, List<Exchange> exchanges) throws ProviderException;
}
