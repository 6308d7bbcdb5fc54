package dev.polylogue.ui.composer;

import dev.polylogue.ui.kit.Texts;
import java.util.UUID;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** The prompt being written. FX thread. */
public final class ComposerViewModel {
  private final Outbox outbox;

  private final StringProperty text = new SimpleStringProperty("");
  private final BooleanBinding sendable;
  private final BooleanBinding sendableToCurrent;
  private final BooleanBinding live;
  private final StringBinding status;
  private @Nullable UUID comparison;
  private String saved = "";

  public ComposerViewModel(Outbox outbox, Texts texts) {
    this.outbox = outbox;
    BooleanBinding idle =
        Bindings.createBooleanBinding(
            () -> !text.get().isBlank() && !outbox.sending().get(), text, outbox.sending());
    live = Bindings.createBooleanBinding(() -> outbox.busyPanes().get() > 0, outbox.busyPanes());
    sendable = idle.and(live.not());
    sendableToCurrent = idle.and(outbox.currentIsFree());
    status =
        Bindings.createStringBinding(
            () ->
                live.get()
                    ? texts.get("composer.busy", outbox.busyPanes().get())
                    : texts.get("composer.panes", outbox.panes().get()),
            live,
            outbox.panes(),
            outbox.busyPanes());
  }

  // Properties

  public StringProperty textProperty() {
    return text;
  }

  /** Whether there is a prompt and every pane can take it. */
  public BooleanBinding sendableProperty() {
    return sendable;
  }

  public BooleanBinding sendableToCurrentProperty() {
    return sendableToCurrent;
  }

  public BooleanBinding liveProperty() {
    return live;
  }

  /** How many panes the prompt goes to, or why it can't go now. */
  public StringBinding statusProperty() {
    return status;
  }

  // Commands

  /** Turns to another comparison, with the draft that was kept for it. */
  public void show(UUID shown, String draft) {
    saveDraft();
    comparison = shown;
    saved = draft;
    text.set(draft);
  }

  /** Sends to all panes. However often it is called, one prompt goes once (T30). */
  public void send() {
    if (sendable.get()) {
      send(false);
    }
  }

  public void sendToCurrent() {
    if (sendableToCurrent.get()) {
      send(true);
    }
  }

  private void send(boolean currentOnly) {
    String prompt = text.get();
    UUID from = comparison;
    text.set("");
    saved = "";
    outbox.send(prompt, currentOnly, () -> giveBack(from, prompt));
  }

  private void giveBack(@Nullable UUID from, String prompt) {
    if (from != null && !from.equals(comparison)) {
      outbox.saveDraft(from, prompt);
    } else if (text.get().isBlank()) {
      text.set(prompt);
    } else {
      text.set(prompt + "\n" + text.get());
    }
  }

  public void stopAll() {
    outbox.stopAll();
  }

  /** Keeps what stands here for the next start, if it changed. */
  public void saveDraft() {
    UUID owner = comparison;
    if (owner != null && !saved.equals(text.get())) {
      saved = text.get();
      outbox.saveDraft(owner, saved);
    }
  }
}
