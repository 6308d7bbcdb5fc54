package dev.polylogue.provider.http;

import dev.polylogue.conversation.Exchange;
import dev.polylogue.provider.ChatEvent;
import dev.polylogue.provider.ChatStream;
import dev.polylogue.provider.ProviderException;
import java.util.List;

/** An answer to a request that could not be written, such as when a file is gone: sends nothing. */
public final class RefusedStream implements ChatStream {
  private final ProviderException reason;

  public RefusedStream(ProviderException reason) {
    this.reason = reason;
  }

  @Override
  public ChatEvent next() throws ProviderException {
    throw reason;
  }

  @Override
  public Phase phase() {
    return Phase.CONNECTING;
  }

  @Override
  public List<Exchange> exchanges() {
    return List.of();
  }

  @Override
  public void close() {}
}
