package dev.polylogue.provider;

import java.util.List;

/** A place where models run. Any thread may use it. */
public interface Provider {

  /** Opens a stream. Returns at once: the network is first touched by {@link ChatStream#next}. */
  ChatStream chat(ChatRequest request);

  /**
   * The models that the provider itself lists. Blocks on the network.
   *
   * @throws ProviderException when the list can't be had
   */
  List<ModelCard> models() throws ProviderException;
}
