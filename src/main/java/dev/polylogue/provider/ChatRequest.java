package dev.polylogue.provider;

import dev.polylogue.conversation.Message;
import dev.polylogue.conversation.Parameters;
import java.util.List;

/**
 * An immutable picture of one pane's own thread at the moment of sending.
 *
 * @param model the model's name at its provider
 * @param messages roles in turn, the user's first and last
 */
public record ChatRequest(String model, Parameters parameters, List<Message> messages) {

  public ChatRequest {
    messages = List.copyOf(messages);
  }
}
