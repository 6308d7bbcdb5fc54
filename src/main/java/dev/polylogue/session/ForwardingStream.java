package dev.polylogue.session;

import dev.polylogue.conversation.Exchange;
import dev.polylogue.provider.ChatEvent;
import dev.polylogue.provider.ChatStream;
import dev.polylogue.provider.ProviderException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stream that is another one but for what is overridden. */
abstract class ForwardingStream implements ChatStream {
  private final ChatStream stream;

  ForwardingStream(ChatStream stream) {
    this.stream = stream;
  }

  @Override
  public @Nullable ChatEvent next() throws ProviderException {
    return stream.next();
  }

  @Override
  public Phase phase() {
    return stream.phase();
  }

  @Override
  public @Nullable Long connectMillis() {
    return stream.connectMillis();
  }

  @Override
  public List<Exchange> exchanges() {
    return stream.exchanges();
  }

  @Override
  public void close() {
    stream.close();
  }
}
