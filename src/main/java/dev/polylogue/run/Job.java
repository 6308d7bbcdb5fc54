package dev.polylogue.run;

import dev.polylogue.conversation.Reply;
import dev.polylogue.provider.ChatRequest;
import dev.polylogue.provider.ChatStream;
import dev.polylogue.provider.ProviderException;
import java.util.UUID;

/**
 * What a run has to do: fill one queued reply of one pane.
 *
 * @param request a picture of that pane's own thread
 */
public record Job(UUID pane, Reply queued, ChatRequest request, Opening opening) {

  /** Finds the provider and opens the stream; called on the run's own thread. */
  @FunctionalInterface
  public interface Opening {
    ChatStream open(ChatRequest request) throws ProviderException;
  }
}
