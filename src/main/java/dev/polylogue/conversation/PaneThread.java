package dev.polylogue.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What a pane says to its model: its own turns and its own answers, never another pane's.
 *
 * <p>Roles alternate strictly, since providers refuse anything else ({@code faults.md}, 2E). A turn
 * that the user stopped before the first word or picture is left out; a turn that failed without
 * one has its question joined to the next one, so that the model still knows what was asked. Turns
 * of other branches play no part.
 */
public final class PaneThread {
  private PaneThread() {}

  /** The thread up to and with the user message of the given turn, of whichever branch. */
  public static List<Message> upTo(Comparison comparison, Pane pane, UUID turn) {
    List<Message> thread = new ArrayList<>();
    List<Part> unanswered = new ArrayList<>();
    for (Turn step : comparison.tree().pathTo(turn)) {
      if (step.id().equals(turn)) {
        thread.add(question(unanswered, step));
        return List.copyOf(thread);
      }
      Reply reply = pane.answer(step.id()).map(Answer::reply).orElse(null);
      if (reply == null) {
        continue;
      }
      if (isAnswer(reply)) {
        thread.add(question(unanswered, step));
        thread.add(new Message(Message.Role.ASSISTANT, reply.parts()));
        unanswered.clear();
      } else if (reply.state() != ReplyState.STOPPED) {
        unanswered.addAll(step.user().parts());
        unanswered.add(new Part.Text("\n\n"));
      }
    }
    throw new IllegalArgumentException("No turn " + turn + " in comparison " + comparison.id());
  }

  private static boolean isAnswer(Reply reply) {
    return !reply.text().isBlank()
        || reply.parts().stream().anyMatch(Part.Picture.class::isInstance);
  }

  private static Message question(List<Part> unanswered, Turn step) {
    List<Part> parts = new ArrayList<>(unanswered);
    parts.addAll(step.user().parts());
    return new Message(Message.Role.USER, parts);
  }
}
