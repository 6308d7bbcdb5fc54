package dev.polylogue.ui.transcript;

import dev.polylogue.conversation.ReplyState;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.kordamp.ikonli.Ikon;

/**
 * Something a reader can do with one turn, beside what every transcript offers.
 *
 * @param name in the words of the screen
 * @param offered in which states of the reply it makes sense; beside the prompt it always does
 * @param action takes the turn; called on the FX thread
 */
public record TurnAction(
    String name, Ikon icon, Place place, Predicate<ReplyState> offered, Consumer<UUID> action) {
  /** Where it is offered. */
  public enum Place {
    /** A button beside the prompt. */
    PROMPT,
    /** A button in the foot of the reply. */
    FOOT,
    /** A line of the menu in the foot of the reply. */
    MENU
  }
}
