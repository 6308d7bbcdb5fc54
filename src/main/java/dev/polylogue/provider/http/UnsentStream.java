package dev.polylogue.provider.http;

import dev.polylogue.conversation.Exchange;
import dev.polylogue.conversation.FailureKind;
import dev.polylogue.provider.ChatEvent;
import dev.polylogue.provider.ChatStream;
import dev.polylogue.provider.ProviderException;
import java.io.IOException;
import java.util.List;

/** A request that could not be put together. Fails at the first pull; nothing is ever sent. */
public final class UnsentStream implements ChatStream {
  private final ProviderException failure;

  public UnsentStream(ProviderException failure) {
    this.failure = failure;
  }

  /** Because a picture or file of the conversation can't be read. */
  public static UnsentStream unreadable(IOException cause) {
    return new UnsentStream(
        ProviderException.failed(
            FailureKind.BAD_REQUEST,
            "A file of this conversation can't be read, so nothing was sent: %s"
                .formatted(cause.getMessage())));
  }

  @Override
  public ChatEvent next() throws ProviderException {
    throw failure;
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
  public void close() {
    // nothing was opened
  }
}
