package dev.polylogue.provider.http;

import dev.polylogue.provider.ChatEvent;
import dev.polylogue.provider.ProviderException;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Wire to neutral: what one protocol's payloads mean. Used by one thread, for one answer. */
public interface AnswerDecoder {

  /**
   * Reads one payload; what it does not know it passes over.
   *
   * @throws ProviderException when the payload says that the answer failed
   */
  void accept(JsonNode payload, Consumer<ChatEvent> out) throws ProviderException;

  /** Nothing more will come: hands out whatever was held back. */
  void end(Consumer<ChatEvent> out);

  /** Whether any payload was part of an answer in this protocol. */
  boolean hasBegun();

  /** Whether the protocol's own end marker came. */
  boolean isFinished();
}
