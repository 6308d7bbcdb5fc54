package dev.polylogue.session;

import dev.polylogue.conversation.Comparison;
import dev.polylogue.conversation.Message;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.Parameters;
import dev.polylogue.conversation.Reply;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.conversation.Turn;
import dev.polylogue.history.HistoryException;
import dev.polylogue.history.HistoryStore;
import dev.polylogue.provider.Blobs;
import dev.polylogue.provider.ChatEvent;
import dev.polylogue.provider.ChatRequest;
import dev.polylogue.provider.ChatStream;
import dev.polylogue.provider.ProviderException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Titles made by a model. What is sent is the first prompt and how its first answer begins. Any
 * thread; blocks until the model has answered.
 */
public final class Titles {
  private static final int MOST_CHARACTERS = 2_000;

  private final HistoryStore history;
  private final Providers providers;

  Titles(HistoryStore history, Providers providers) {
    this.history = history;
    this.providers = providers;
  }

  /**
   * Has a comparison named after its first answer; a name that a person or a model gave stays.
   *
   * @return the new title, or nothing when none was due
   * @throws ProviderException when the model did not answer; the title stays what it was
   */
  public Optional<String> make(UUID comparison, ModelRef model)
      throws HistoryException, ProviderException {
    if (!history.isNamedByWords(comparison)) {
      return Optional.empty();
    }
    Comparison now = history.load(comparison, 2).orElse(null);
    if (now == null || now.turns().size() != 1) {
      return Optional.empty();
    }
    Turn turn = now.turns().getFirst();
    Optional<Reply> answer =
        now.panes().stream()
            .flatMap(pane -> pane.answer(turn.id()).stream())
            .map(found -> found.reply())
            .filter(reply -> reply.state() == ReplyState.COMPLETE && !reply.text().isBlank())
            .findFirst();
    if (answer.isEmpty()) {
      return Optional.empty();
    }
    String wish =
        """
        Write a title of at most six words for the conversation below, in the language of the \
        conversation. Reply with the title alone, without quotation marks.

        Question:
        %s

        Answer:
        %s
        """
            .formatted(begin(turn.user().text()), begin(answer.get().text()));
    String said = ask(model, wish);
    return said.isBlank() ? Optional.empty() : history.entitle(comparison, bare(said));
  }

  private String ask(ModelRef model, String wish) throws ProviderException {
    ChatRequest request =
        new ChatRequest(
            providers.card(model), Parameters.NONE, List.of(Message.user(wish)), Blobs.NONE);
    StringBuilder said = new StringBuilder();
    ChatStream stream = providers.chat(request);
    try {
      for (ChatEvent event = stream.next(); event != null; event = stream.next()) {
        if (event instanceof ChatEvent.TextDelta delta && said.length() < MOST_CHARACTERS) {
          said.append(delta.text());
        }
      }
    } finally {
      stream.close();
    }
    return said.toString();
  }

  private static String begin(String text) {
    return text.length() <= MOST_CHARACTERS
        ? text
        : text.substring(0, text.offsetByCodePoints(0, MOST_CHARACTERS / 2)) + "…";
  }

  /** Without the marks that models put around a title all the same. */
  private static String bare(String said) {
    String line =
        said.lines().map(String::strip).filter(text -> !text.isEmpty()).findFirst().orElse("");
    return line.replaceAll("^[#*\"'“”„«»\\s]+|[*\"'“”„«».\\s]+$", "");
  }
}
