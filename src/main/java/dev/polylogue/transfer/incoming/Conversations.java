package dev.polylogue.transfer.incoming;

import dev.polylogue.conversation.Facts;
import dev.polylogue.conversation.Title;
import dev.polylogue.transfer.Notes;
import dev.polylogue.transfer.Receiver;
import java.io.IOException;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Takes in the conversations of an export, each by what it looks like. */
public final class Conversations {
  private static final Pattern FILE =
      Pattern.compile("(?:.*/)?conversations(?:-\\d+)?\\.json", Pattern.CASE_INSENSITIVE);

  private final Receiver receiver;
  private final ChatGpt chatGpt;
  private final Claude claude;
  private int position;

  public Conversations(Receiver receiver, BundledFiles files) {
    this.receiver = receiver;
    chatGpt = new ChatGpt(receiver, files);
    claude = new Claude(receiver, files);
  }

  /**
   * @param path whose last part is a name that exports give to files of conversations, or not
   */
  static boolean areIn(String path) {
    return FILE.matcher(path).matches();
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
    position++;
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
      return source(isChatGpt);
    }
    Facts facts = Graft.of(talk, notes);
    if (facts.list("turns").isEmpty()) {
      notes.add("nothing was said in it, so it was left out");
      receiver.remark(notes);
    } else {
      String title = facts.text("title").orElse("");
      receiver.take(facts, title.isEmpty() ? notes : notes.called(title));
    }
    return source(isChatGpt);
  }

  private static String source(boolean isChatGpt) {
    return isChatGpt ? Neighbours.CHATGPT : Neighbours.CLAUDE;
  }

  /** What a conversation is told by, or its place where it has nothing of the kind. */
  private String titleOf(JsonNode node) {
    for (String name : new String[] {"title", "name", "conversation_id", "id", "uuid"}) {
      String text = Nodes.text(node, name);
      if (!text.isBlank()) {
        return Title.bounded(text.strip());
      }
    }
    return "number %d in the file".formatted(position);
  }
}
