package dev.polylogue.ui.composer;

import dev.polylogue.secret.KeyShapes;
import dev.polylogue.session.Prompt;
import dev.polylogue.ui.kit.Amounts;
import dev.polylogue.ui.kit.Texts;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** The prompt being written. FX thread. */
public final class ComposerViewModel {
  private final Outbox outbox;
  private final AttachmentsViewModel attachments;
  private final Texts texts;

  private final StringProperty text = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper keyWarning = new ReadOnlyStringWrapper("");
  private final BooleanBinding sendable;
  private final BooleanBinding sendableToCurrent;
  private final BooleanBinding live;
  private final StringBinding status;
  private @Nullable UUID comparison;
  private String saved = "";
  private boolean askedForCurrent;

  public ComposerViewModel(Outbox outbox, AttachmentsViewModel attachments, Texts texts) {
    this.outbox = outbox;
    this.attachments = attachments;
    this.texts = texts;
    text.subscribe(changed -> keyWarning.set(""));
    BooleanBinding idle =
        Bindings.createBooleanBinding(
            () ->
                !text.get().isBlank()
                    && !outbox.sending().get()
                    && attachments.readingProperty().get() == 0,
            text,
            outbox.sending(),
            attachments.readingProperty());
    live = Bindings.createBooleanBinding(() -> outbox.busyPanes().get() > 0, outbox.busyPanes());
    sendable = idle.and(live.not());
    sendableToCurrent = idle.and(outbox.currentIsFree());
    status =
        Bindings.createStringBinding(
            () ->
                live.get()
                    ? texts.get("composer.busy", outbox.busyPanes().get())
                    : said(Expectation.of(outbox.targets().getValue(), text.get().length())),
            live,
            text,
            attachments.files(),
            outbox.targets(),
            outbox.busyPanes());
  }

  private String said(Expectation expected) {
    String panes = texts.get("composer.panes", expected.panes());
    if (expected.amount() == null) {
      return expected.unknown() == 0 ? panes : panes + " \u00B7 " + texts.get("composer.unpriced");
    }
    String price =
        texts.get(
            attachments.files().isEmpty() ? "composer.price" : "composer.price.words",
            Amounts.money(expected.amount(), expected.currency()));
    String known = panes + " \u00B7 " + price;
    return expected.unknown() == 0
        ? known
        : known + ", " + texts.get("composer.unpricedSome", expected.unknown());
  }

  // Properties

  public StringProperty textProperty() {
    return text;
  }

  /** What goes along. */
  public AttachmentsViewModel attachments() {
    return attachments;
  }

  /** Asks whether what looks like a key is really to be sent, or empty (T27). */
  public ReadOnlyStringProperty keyWarningProperty() {
    return keyWarning.getReadOnlyProperty();
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

  /** Where the prompt goes and what it may cost, or why it can't go now. */
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
    attachments.show(shown);
  }

  /** Sends to all panes. However often it is called, one prompt goes once (T30). */
  public void send() {
    if (sendable.get() && !asksAboutKey(false)) {
      send(false);
    }
  }

  public void sendToCurrent() {
    if (sendableToCurrent.get() && !asksAboutKey(true)) {
      send(true);
    }
  }

  /** Sends what was asked about. */
  public void sendDespiteKey() {
    boolean currentOnly = askedForCurrent;
    if (!keyWarning.get().isEmpty() && (currentOnly ? sendableToCurrent : sendable).get()) {
      send(currentOnly);
    }
  }

  /** Leaves the prompt as it is, unsent. */
  public void keepUnsent() {
    keyWarning.set("");
  }

  private boolean asksAboutKey(boolean currentOnly) {
    Optional<String> key = KeyShapes.find(text.get());
    askedForCurrent = currentOnly;
    keyWarning.set(key.map(begins -> texts.get("composer.key", begins)).orElse(""));
    return key.isPresent();
  }

  private void send(boolean currentOnly) {
    Prompt prompt = new Prompt(text.get(), attachments.take());
    UUID from = comparison;
    text.set("");
    saved = "";
    outbox.send(prompt, currentOnly, () -> giveBack(from, prompt));
  }

  private void giveBack(@Nullable UUID from, Prompt prompt) {
    attachments.giveBack(from, prompt.attachments());
    if (from != null && !from.equals(comparison)) {
      outbox.saveDraft(from, prompt.text());
    } else if (text.get().isBlank()) {
      text.set(prompt.text());
    } else {
      text.set(prompt.text() + "\n" + text.get());
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
