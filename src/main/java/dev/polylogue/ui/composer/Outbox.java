package dev.polylogue.ui.composer;

import dev.polylogue.conversation.ModelRef;
import dev.polylogue.session.Prompt;
import dev.polylogue.ui.fx.Drafts;
import dev.polylogue.ui.kit.HostQuestion;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableIntegerValue;
import javafx.beans.value.ObservableValue;

/** Where prompts and drafts go. FX thread. */
public interface Outbox {

  /** A message that was sent, and can be sent once more in other words. FX thread. */
  interface Sent {
    Prompt prompt();

    /** The names of the panes it goes to. */
    List<String> addressees();

    /** The same panes, and what they cost. */
    List<Expectation.Target> targets();

    /** Those among their models that are sent a picture, see {@link Outbox#sentPictures}. */
    List<ModelRef> sentPictures(boolean attached);

    /**
     * Sends it in other words, as a branch of its own.
     *
     * @param refused called when nothing was sent
     */
    void resend(Prompt changed, Runnable refused);
  }

  /** The last message of the current pane. */
  Optional<Sent> last();

  /** The panes that a prompt to all goes to, and what they cost. */
  ObservableValue<List<Expectation.Target>> targets();

  /** How many panes there are, with those that such a prompt passes by. */
  ObservableIntegerValue panes();

  /** How many panes are answering right now. */
  ObservableIntegerValue busyPanes();

  /** Whether a prompt to all would go somewhere, and every pane it goes to is free. */
  ObservableBooleanValue targetsAreFree();

  /** Whether the current pane could take a prompt of its own. */
  ObservableBooleanValue currentIsFree();

  /** Asks before the first picture goes to a host. */
  HostQuestion hosts();

  /**
   * Those among the models of a prompt that are sent a picture with it.
   *
   * @param currentOnly as in {@link #send}
   * @param attached whether one is attached to it; else there may be one further up in a pane
   */
  List<ModelRef> sentPictures(boolean currentOnly, boolean attached);

  /** Why nothing can be sent for as long as the window is open, or empty. */
  String refusal();

  /** Whether a prompt is being stored right now. */
  ObservableBooleanValue sending();

  /**
   * Sends a prompt.
   *
   * @param currentOnly to the current pane instead of all that are in sync
   * @param refused called when nothing was sent
   */
  void send(Prompt prompt, boolean currentOnly, Runnable refused);

  void stopAll();

  /** What is being written, by comparison. */
  Drafts<UUID, String> drafts();
}
