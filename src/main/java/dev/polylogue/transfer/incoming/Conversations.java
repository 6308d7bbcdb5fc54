package dev.polylogue.transfer.incoming;

import dev.polylogue.conversation.Facts;
import dev.polylogue.transfer.Notes;
import dev.polylogue.transfer.Receiver;
import java.io.IOException;
import tools.jackson.databind.JsonNode;

/** Takes in the conversations of an export, each by what it looks like. */
public final class Conversations {
  private final Receiver receiver;
  private final ChatGpt chatGpt;
  private final Claude claude;

  public Conversations(Receiver receiver, ArchiveFiles files) {
    this.receiver = receiver;
    chatGpt = new ChatGpt(receiver, files);
    claude = new Claude(receiver, files);
  }

  public static boolean isOne(JsonNode node) {
    return node.path("mapping").isObject() || node.path("chat_messages").isArray();
  }

  /**
   * Takes in one of them; what can't be understood of it is noted, and no reason to stop.
   *
   * @return what the export is, or {@code ""} when this conversation does not tell
   * @throws IOException when the import can't go on
   */
  public String read(JsonNode node) throws IOException {
    boolean isChatGpt = node.path("mapping").isObject();
    if (!isChatGpt && !node.path("chat_messages").isArray()) {
      Notes notes = new Notes(titleOf(node));
      notes.add("it is no conversation of ChatGPT or Claude");
      receiver.refuse(notes);
      return "";
    }
    Notes notes = new Notes(titleOf(node));
    Talk talk;
    try {
      talk = isChatGpt ? chatGpt.read(node, notes) : claude.read(node, notes);
    } catch (IllegalArgumentException e) {
      notes.add(String.valueOf(e.getMessage()));
      receiver.refuse(notes);
      return "";
    }
    Facts facts = Graft.of(talk, notes);
    receiver.take(facts, notes.called(facts.text("title").orElse(titleOf(node))));
    return isChatGpt ? "ChatGPT export" : "Claude export";
  }

  private static String titleOf(JsonNode node) {
    for (String name : new String[] {"title", "name", "conversation_id", "id", "uuid"}) {
      String text = Nodes.text(node, name);
      if (!text.isBlank()) {
        return text.strip();
      }
    }
    return "a conversation without a title";
  }
}
