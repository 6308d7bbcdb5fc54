package dev.polylogue.provider;

import dev.polylogue.conversation.Exchange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One answer, pulled event by event. */
public interface ChatStream extends AutoCloseable {

  /** How far the call got before the first event. */
  enum Phase {
    CONNECTING,
    WAITING,
    RECEIVING
  }

  /**
   * Blocks for the next event.
   *
   * @return null after the protocol's own end marker
   * @throws ProviderException when the call fails or breaks off, or after {@link #close}
   */
  @Nullable ChatEvent next() throws ProviderException;

  /** Any thread. */
  Phase phase();

  /**
   * Milliseconds from the beginning of the call until its connection stood, with its encryption; 0
   * or so for one that stood already. Null until then, and where it is not known. Any thread.
   */
  default @Nullable Long connectMillis() {
    return null;
  }

  /**
   * What went out and what came back so far, keys removed, one for each request. Any thread. Best
   * asked for once, at the end: it copies.
   */
  List<Exchange> exchanges();

  /**
   * Cancels the call at once, also while another thread is blocked in {@link #next}. Any thread.
   */
  @Override
  void close();
}
