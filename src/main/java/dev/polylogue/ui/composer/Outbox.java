package dev.polylogue.ui.composer;

import dev.polylogue.session.Prompt;
import java.util.List;
import java.util.UUID;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableIntegerValue;
import javafx.beans.value.ObservableValue;

/** Where prompts and drafts go. FX thread. */
public interface Outbox {

  /** The panes that a prompt goes to, and what they cost. */
  ObservableValue<List<Expectation.Target>> targets();

  /** How many of them are answering right now. */
  ObservableIntegerValue busyPanes();

  /** Whether the current pane could take a prompt of its own. */
  ObservableBooleanValue currentIsFree();

  /** Whether a prompt is being stored right now. */
  ObservableBooleanValue sending();

  /**
   * Sends a prompt.
   *
   * @param currentOnly to the current pane instead of all
   * @param refused called when nothing was sent
   */
  void send(Prompt prompt, boolean currentOnly, Runnable refused);

  void stopAll();

  void saveDraft(UUID comparison, String draft);
}
