package dev.polylogue.ui.shell;

import dev.polylogue.conversation.ModelRef;
import dev.polylogue.run.Passage;
import dev.polylogue.session.Prompt;
import dev.polylogue.session.Providers;
import dev.polylogue.ui.chat.ChatViewModel;
import dev.polylogue.ui.chat.PaneViewModel;
import dev.polylogue.ui.composer.Expectation;
import dev.polylogue.ui.composer.Outbox;
import dev.polylogue.ui.fx.Drafts;
import dev.polylogue.ui.fx.Work;
import dev.polylogue.ui.kit.HostQuestion;
import dev.polylogue.ui.kit.Texts;
import dev.polylogue.ui.transcript.TranscriptTurn;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.IntegerBinding;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableIntegerValue;
import javafx.beans.value.ObservableValue;

/** Hands what the composer sends to the panes of the comparison on screen. */
final class ChatOutbox implements Outbox {
  private final ChatViewModel chat;
  private final Drafts<UUID, String> drafts;
  private final Providers providers;
  private final HostQuestion hosts;
  private final String refusal;
  private final ObjectBinding<List<Expectation.Target>> targets;
  private final IntegerBinding panes;
  private final IntegerBinding busy;
  private final BooleanBinding targetsAreFree;
  private final BooleanBinding currentIsFree;

  /**
   * @param refusal why nothing can be sent, or empty
   */
  ChatOutbox(
      ChatViewModel chat,
      Services services,
      String refusal,
      Work work,
      Texts texts,
      Consumer<Exception> trouble) {
    this.chat = chat;
    this.drafts = new Drafts<>(services.comparisons()::saveDraft, work, trouble);
    this.providers = services.providers();
    this.hosts = new HostQuestion(providers.pictureHosts(), work, texts, trouble);
    this.refusal = refusal;
    targets = Bindings.createObjectBinding(() -> targets(inSync()), chat.panes());
    panes = Bindings.size(chat.panes());
    targetsAreFree =
        Bindings.createBooleanBinding(
            () ->
                !inSync().isEmpty()
                    && inSync().stream().noneMatch(pane -> pane.busyProperty().get()),
            chat.panes());
    busy =
        Bindings.createIntegerBinding(
            () -> (int) chat.panes().stream().filter(pane -> pane.busyProperty().get()).count(),
            chat.panes());
    currentIsFree =
        Bindings.createBooleanBinding(
            () -> {
              PaneViewModel current = chat.currentProperty().get();
              return current != null && !current.busyProperty().get();
            },
            chat.currentProperty(),
            chat.panes());
  }

  private List<PaneViewModel> inSync() {
    return chat.panes().stream().filter(pane -> pane.inSyncProperty().get()).toList();
  }

  private List<Expectation.Target> targets(List<PaneViewModel> to) {
    return to.stream().map(this::target).toList();
  }

  private Expectation.Target target(PaneViewModel pane) {
    long said = 0;
    for (TranscriptTurn turn : pane.turns()) {
      said += turn.prompt().length();
      for (Passage passage : turn.reply().content().passages()) {
        said += passage.kind() == Passage.Kind.TEXT ? passage.text().length() : 0;
      }
    }
    ModelRef model = pane.model();
    return new Expectation.Target(
        providers.card(model).facts().price(), providers.isSandbox(model.provider()), said);
  }

  @Override
  public ObservableValue<List<Expectation.Target>> targets() {
    return targets;
  }

  @Override
  public HostQuestion hosts() {
    return hosts;
  }

  @Override
  public List<ModelRef> sentPictures(boolean currentOnly, boolean attached) {
    return sentPictures(addressed(currentOnly), attached);
  }

  private static List<ModelRef> sentPictures(List<PaneViewModel> to, boolean attached) {
    return to.stream()
        .filter(pane -> attached || pane.turns().stream().anyMatch(row -> row.asked().hasPicture()))
        .map(PaneViewModel::model)
        .toList();
  }

  private List<PaneViewModel> addressed(boolean currentOnly) {
    PaneViewModel current = chat.currentProperty().get();
    if (!currentOnly) {
      return inSync();
    }
    return current == null ? List.of() : List.of(current);
  }

  @Override
  public ObservableIntegerValue panes() {
    return panes;
  }

  @Override
  public ObservableBooleanValue targetsAreFree() {
    return targetsAreFree;
  }

  /** A message of a pane, to be edited. */
  Optional<Sent> sent(PaneViewModel pane, UUID turn) {
    return pane.turns().stream()
        .filter(row -> row.turn().equals(turn))
        .findFirst()
        .map(row -> new Message(row, chat.branches().addressees(pane, turn)));
  }

  @Override
  public Optional<Sent> last() {
    PaneViewModel current = chat.currentProperty().get();
    TranscriptTurn last = chat.branches().last();
    return current == null || last == null ? Optional.empty() : sent(current, last.turn());
  }

  /**
   * A message in a transcript, and the panes it goes to in other words as long as they are there.
   */
  private final class Message implements Sent {
    private final TranscriptTurn row;
    private final List<UUID> to;

    Message(TranscriptTurn row, List<PaneViewModel> to) {
      this.row = row;
      this.to = to.stream().map(PaneViewModel::id).toList();
    }

    private List<PaneViewModel> there() {
      return chat.panes().stream().filter(pane -> to.contains(pane.id())).toList();
    }

    @Override
    public Prompt prompt() {
      return row.asked();
    }

    @Override
    public List<String> addressees() {
      return there().stream().map(pane -> pane.model().model()).toList();
    }

    @Override
    public List<Expectation.Target> targets() {
      return ChatOutbox.this.targets(there());
    }

    @Override
    public List<ModelRef> sentPictures(boolean attached) {
      return ChatOutbox.sentPictures(there(), attached);
    }

    @Override
    public void resend(Prompt changed, Runnable refused) {
      chat.branches().edit(row.turn(), changed, there(), refused);
    }
  }

  @Override
  public ObservableIntegerValue busyPanes() {
    return busy;
  }

  @Override
  public ObservableBooleanValue currentIsFree() {
    return currentIsFree;
  }

  @Override
  public String refusal() {
    return refusal;
  }

  @Override
  public ObservableBooleanValue sending() {
    return chat.sendingProperty();
  }

  @Override
  public void send(Prompt prompt, boolean currentOnly, Runnable refused) {
    chat.send(prompt, List.copyOf(addressed(currentOnly)), refused);
  }

  @Override
  public void stopAll() {
    chat.stopAll();
  }

  @Override
  public Drafts<UUID, String> drafts() {
    return drafts;
  }
}
