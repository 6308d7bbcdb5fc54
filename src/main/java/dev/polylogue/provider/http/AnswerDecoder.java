package dev.polylogue.provider.http;

import dev.polylogue.provider.ChatEvent;
import dev.polylogue.provider.ProviderException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

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

  /** How long one event may be; more where it may hold a picture. */
  default int mostEventBytes() {
    return SseReader.WORDS;
  }

  /** Whether the answer is made of pictures, which are kept apart from what is recorded of it. */
  default boolean isOfPictures() {
    return false;
  }

  /**
   * The body to send once more when the provider paused in the middle of the answer, or null. Asked
   * for after each end; from then on the decoder reads the rest of the answer.
   */
  default @Nullable ObjectNode continuation() {
    return null;
  }
}
