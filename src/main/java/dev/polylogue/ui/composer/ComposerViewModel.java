package dev.polylogue.ui.composer;

import dev.polylogue.conversation.Blob;
import dev.polylogue.secret.KeyShapes;
import dev.polylogue.session.Prompt;
import dev.polylogue.ui.kit.Amounts;
import dev.polylogue.ui.kit.HostQuestion;
import dev.polylogue.ui.kit.Texts;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** The prompt being written. FX thread. */
public final class ComposerViewModel {
  /** What was being written when the editing of a sent message began. */
  private record Draft(String text, List<Blob> files) {
    static final Draft NONE = new Draft("", List.of());
  }

  private final Outbox outbox;
  private final AttachmentsViewModel attachments;
  private final HostQuestion hosts;
  private final Texts texts;

  private final StringProperty text = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper keyWarning = new ReadOnlyStringWrapper("");
  private final BooleanBinding sendable;
  private final BooleanBinding sendableToCurrent;
  private final BooleanBinding live;
  private final StringBinding status;
  private final ReadOnlyObjectWrapper<Outbox.@Nullable Sent> editing =
      new ReadOnlyObjectWrapper<>();
  private Draft aside = Draft.NONE;
  private @Nullable UUID comparison;
  private final BooleanProperty turning = new SimpleBooleanProperty();
  private final ReadOnlyBooleanWrapper heldBack = new ReadOnlyBooleanWrapper();
  private String saved = "";
  private boolean askedForCurrent;

  public ComposerViewModel(Outbox outbox, AttachmentsViewModel attachments, Texts texts) {
    this.outbox = outbox;
    this.attachments = attachments;
    this.hosts = outbox.hosts();
    this.texts = texts;
    text.subscribe(
        changed -> {
          keyWarning.set("");
          heldBack.set(false);
          hosts.keep();
        });
    attachments.files().addListener((InvalidationListener) changed -> hosts.keep());
    BooleanBinding idle =
        Bindings.createBooleanBinding(
            () ->
                outbox.refusal().isEmpty()
                    && !turning.get()
                    && !text.get().isBlank()
                    && !outbox.sending().get()
                    && attachments.readingProperty().get() == 0,
            turning,
            text,
            outbox.sending(),
            attachments.readingProperty());
    live = Bindings.createBooleanBinding(() -> outbox.busyPanes().get() > 0, outbox.busyPanes());
    sendable = idle.and(Bindings.createBooleanBinding(this::isFree, watched()));
    sendable.subscribe(can -> heldBack.set(heldBack.get() && !can));
    sendableToCurrent = idle.and(outbox.currentIsFree()).and(editing.isNull());
    status =
        Bindings.createStringBinding(
            this::state,
            Stream.concat(Stream.of(watched()), Stream.of(text, attachments.files()))
                .toArray(Observable[]::new));
  }

  private String state() {
    if (!outbox.refusal().isEmpty()) {
      return outbox.refusal();
    }
    return isFree() || !live.get()
        ? said(Expectation.of(targets(), text.get().length()))
        : texts.get("composer.busy", outbox.busyPanes().get());
  }

  /** What decides where a prompt goes, and whether it can. */
  private Observable[] watched() {
    return new Observable[] {
      editing, outbox.targets(), outbox.targetsAreFree(), outbox.busyPanes(), outbox.panes()
    };
  }

  private boolean isFree() {
    return editing.get() == null ? outbox.targetsAreFree().get() : outbox.busyPanes().get() == 0;
  }

  private List<Expectation.Target> targets() {
    Outbox.Sent edited = editing.get();
    return edited == null ? outbox.targets().getValue() : edited.targets();
  }

  private String said(Expectation expected) {
    int all = outbox.panes().get();
    String panes =
        expected.panes() < all
            ? texts.get("composer.panes.some", expected.panes(), all)
            : texts.get("composer.panes", expected.panes());
    if (text.get().isBlank()) {
      return panes;
    }
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

  /** The sent message that is being edited, or null. */
  public ReadOnlyObjectProperty<Outbox.@Nullable Sent> editingProperty() {
    return editing.getReadOnlyProperty();
  }

  /** Asks whether what looks like a key is really to be sent, or empty (T27). */
  public ReadOnlyStringProperty keyWarningProperty() {
    return keyWarning.getReadOnlyProperty();
  }

  /** Whether a picture may go to a host that none has gone to yet. */
  HostQuestion hosts() {
    return hosts;
  }

  /** Whether the prompt was to be sent and could not be, for the reason that the status gives. */
  public ReadOnlyBooleanProperty heldBackProperty() {
    return heldBack.getReadOnlyProperty();
  }

  /** Whether there is a prompt and every pane that it goes to can take it. */
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

  /**
   * Turns to another comparison, with the draft that was kept for it. What is being written to the
   * comparison shown already stays, an edited message too: it is newer than what was read.
   */
  public void show(UUID shown, String draft) {
    if (shown.equals(comparison)) {
      return;
    }
    hosts.keep();
    leaveEditing();
    saveDraft();
    String ahead = turning.get() ? text.get() : "";
    turning.set(false);
    comparison = shown;
    saved = outbox.drafts().unstored(shown).orElse(draft);
    text.set(saved + ahead);
    attachments.show(shown);
  }

  /**
   * A new comparison is about to be shown: what is written from now on is for that one, and can be
   * sent once it is there.
   */
  public void turn() {
    leaveEditing();
    saveDraft();
    turning.set(true);
    text.set("");
  }

  /**
   * Where it has not come, it does not: the draft of the comparison shown comes back, and what was
   * written after.
   */
  public void turnBack() {
    if (turning.get()) {
      turning.set(false);
      text.set(joined(saved, text.get()));
    }
  }

  /** Puts a sent message here to be edited; what stood here comes back afterwards. */
  public void edit(Outbox.Sent sent) {
    leaveEditing();
    aside = new Draft(text.get(), attachments.exchange(sent.prompt().attachments()));
    text.set(sent.prompt().text());
    editing.set(sent);
  }

  /** The same for the last message of the current pane, where nothing else is being written. */
  public boolean editLast() {
    boolean empty = text.get().isEmpty() && attachments.files().isEmpty();
    Optional<Outbox.Sent> last = editing.get() == null && empty ? outbox.last() : Optional.empty();
    last.ifPresent(this::edit);
    return last.isPresent();
  }

  /** Leaves the sent message as it is. */
  public void leaveEditing() {
    Outbox.Sent edited = editing.get();
    if (edited != null) {
      attachments.restore(aside.files, edited.prompt().attachments());
      goBack();
    }
  }

  private void goBack() {
    Draft before = aside;
    aside = Draft.NONE;
    text.set(before.text);
    editing.set(null);
  }

  /** Sends to all panes. However often it is called, one prompt goes once (T30). */
  public void send() {
    heldBack.set(!sendable.get() && !text.get().isBlank());
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

  /** Once a picture that goes along may go to all of its hosts. */
  private void send(boolean currentOnly) {
    UUID from = comparison;
    Outbox.Sent edited = editing.get();
    boolean attached = attachments.files().stream().anyMatch(Blob::isPicture);
    hosts.before(
        edited == null ? outbox.sentPictures(currentOnly, attached) : edited.sentPictures(attached),
        () -> {
          boolean still = Objects.equals(from, comparison) && Objects.equals(edited, editing.get());
          if (still && (currentOnly ? sendableToCurrent : sendable).get()) {
            deliver(currentOnly);
          }
        });
  }

  private void deliver(boolean currentOnly) {
    UUID from = comparison;
    Outbox.Sent edited = editing.get();
    if (edited != null) {
      Prompt changed = new Prompt(text.get(), attachments.exchange(aside.files));
      goBack();
      edited.resend(changed, () -> giveBack(from, changed));
      return;
    }
    Prompt prompt = new Prompt(text.get(), attachments.take());
    text.set("");
    saved = "";
    if (from != null) {
      outbox.drafts().forget(from);
    }
    outbox.send(prompt, currentOnly, () -> giveBack(from, prompt));
  }

  private void giveBack(@Nullable UUID from, Prompt prompt) {
    attachments.giveBack(from, prompt.attachments());
    if (from != null && (turning.get() || !from.equals(comparison))) {
      outbox.drafts().keep(from, prompt.text());
    } else {
      text.set(joined(prompt.text(), text.get()));
      saveDraft();
    }
  }

  private static String joined(String first, String next) {
    if (first.isBlank()) {
      return next;
    }
    return next.isBlank() ? first : first + "\n" + next;
  }

  public void stopAll() {
    outbox.stopAll();
  }

  /** Keeps what stands here for the next start, if it changed. */
  public void saveDraft() {
    UUID owner = comparison;
    String draft = editing.get() == null ? text.get() : aside.text;
    if (owner != null && !turning.get() && !saved.equals(draft)) {
      saved = draft;
      outbox.drafts().keep(owner, draft);
    }
  }

  /**
   * Tries again what could not be kept.
   *
   * @return whether nothing is left of it
   */
  public boolean keepTrying() {
    outbox.drafts().again(false);
    return outbox.drafts().isAllStored();
  }

  /** Keeps what stands here and what could not be kept before; the window is about to close. */
  public void close() {
    saveDraft();
    outbox.drafts().again(true);
  }
}
