package dev.polylogue.provider;

import dev.polylogue.conversation.Message;
import dev.polylogue.conversation.Parameters;
import java.util.List;

/**
 * An immutable picture of one pane's own thread at the moment of sending.
 *
 * @param card the model, named as at its provider, and what is known of it
 * @param messages roles in turn, the user's first and last
 * @param files what the pictures and documents of the messages hold
 */
public record ChatRequest(
    ModelCard card, Parameters parameters, List<Message> messages, Blobs files) {
  public ChatRequest {
    messages = List.copyOf(messages);
  }

  public String model() {
    return card.ref().model();
  }
}
