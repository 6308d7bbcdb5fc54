package dev.polylogue.ui.composer;

import java.util.UUID;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableIntegerValue;

/** Where prompts and drafts go. FX thread. */
public interface Outbox {

  /** How many panes a prompt goes to. */
  ObservableIntegerValue panes();

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
  void send(String prompt, boolean currentOnly, Runnable refused);

  void stopAll();

  void saveDraft(UUID comparison, String draft);
}
