package dev.polylogue.ui.chat;

import dev.polylogue.conversation.Comparison;
import dev.polylogue.conversation.TurnTree;
import dev.polylogue.history.HistoryException;
import dev.polylogue.session.Compare;
import dev.polylogue.session.Comparisons;
import dev.polylogue.session.PaneSpec;
import dev.polylogue.session.Prompt;
import dev.polylogue.session.Replay;
import dev.polylogue.ui.fx.Work;
import dev.polylogue.ui.transcript.TranscriptTurn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.IntegerBinding;
import javafx.collections.ListChangeListener;
import org.jspecify.annotations.Nullable;

/**
 * What leads away from the one line of the comparison on screen: other replies, other wordings of a
 * message, panes made of others. Nothing here takes anything away from the history. FX thread.
 */
public final class BranchesViewModel {
  private final ChatViewModel chat;
  private final Comparisons comparisons;
  private final Compare compare;
  private final Work work;
  private final Consumer<Exception> trouble;
  private final Replays replays = new Replays();
  private final Map<UUID, Integer> closedAt = new HashMap<>();
  private final IntegerBinding failed;
  private TurnTree tree = TurnTree.EMPTY;

  /**
   * @param work done one piece after another
   */
  BranchesViewModel(
      ChatViewModel chat,
      Comparisons comparisons,
      Compare compare,
      Work work,
      Consumer<Exception> trouble) {
    this.chat = chat;
    this.comparisons = comparisons;
    this.compare = compare;
    this.work = work;
    this.trouble = trouble;
    this.failed = Bindings.createIntegerBinding(() -> failedPanes().size(), chat.panes());
    chat.panes().addListener((ListChangeListener<PaneViewModel>) this::panesChanged);
  }

  // Properties

  /** How many panes failed at their last message and can be asked it again. */
  public IntegerBinding failedProperty() {
    return failed;
  }

  /** How many messages the path in use has. */
  public int messages() {
    return chat.path().size();
  }

  private List<PaneViewModel> failedPanes() {
    return chat.panes().stream()
        .filter(pane -> pane.failedProperty().get() && !pane.busyProperty().get())
        .toList();
  }

  /**
   * The panes that a message goes to when it is edited: those that have it and are in sync, and the
   * one in which it is edited.
   */
  public List<PaneViewModel> addressees(PaneViewModel from, UUID turn) {
    return chat.panes().stream()
        .filter(pane -> pane == from || pane.inSyncProperty().get())
        .filter(pane -> pane.turns().stream().anyMatch(row -> row.turn().equals(turn)))
        .toList();
  }

  /** The message that the last reply of the current pane answers, or null. */
  public @Nullable TranscriptTurn last() {
    PaneViewModel pane = chat.currentProperty().get();
    return pane == null || pane.turns().isEmpty() ? null : pane.turns().getLast();
  }

  // Commands

  /** Asks the panes once more that failed at their last message, and no others. */
  public void retryFailed() {
    failedPanes().stream()
        .collect(Collectors.groupingBy(pane -> pane.turns().getLast().turn()))
        .forEach((turn, panes) -> chat.dispatch().retry(panes, turn));
  }

  /**
   * Shows another of the replies to a message; the model is told this one from now on. A reply that
   * is still being written goes on unseen.
   *
   * @param by 1 for the next one, -1 for the one before
   */
  public void stepReply(PaneViewModel pane, UUID turn, int by) {
    UUID reply = pane.step(turn, by);
    if (reply != null) {
      work.act(
          () -> comparisons.useReply(reply),
          () -> pane.stored(turn),
          failure -> {
            pane.stored(turn);
            chat.reread(failure);
          });
    }
  }

  /** The same for the last message of the current pane. */
  public void stepLastReply(int by) {
    PaneViewModel pane = chat.currentProperty().get();
    TranscriptTurn last = last();
    if (pane != null && last != null) {
      stepReply(pane, last.turn(), by);
    }
  }

  /** Shows another wording of a message and all that follows it, in every pane. */
  public void stepPrompt(UUID turn, int by) {
    List<UUID> wordings = tree.siblings(turn);
    int wanted = wordings.indexOf(turn) + by;
    if (wordings.contains(turn) && wanted >= 0 && wanted < wordings.size()) {
      UUID next = wordings.get(wanted);
      chat.ifOpen(
          comparison ->
              work.run(
                  () -> {
                    comparisons.useTurn(next);
                    return chat.reading().whole(comparison);
                  },
                  chat::refresh,
                  trouble));
    }
  }

  /** The same for the last message of the current pane that has several wordings. */
  public void stepLastPrompt(int by) {
    PaneViewModel pane = chat.currentProperty().get();
    if (pane != null) {
      pane.turns().reversed().stream()
          .filter(row -> row.steps().branches() > 1)
          .findFirst()
          .ifPresent(row -> stepPrompt(row.turn(), by));
    }
  }

  /**
   * Sends a message once more in other words, as a branch of its own.
   *
   * @param refused called when nothing was sent, so that the words can be given back
   */
  public void edit(UUID turn, Prompt prompt, List<PaneViewModel> panes, Runnable refused) {
    boolean ready = chat.panes().containsAll(panes) && !panes.isEmpty() && !prompt.text().isBlank();
    if (!ready || panes.stream().anyMatch(pane -> pane.busyProperty().get())) {
      refused.run();
      return;
    }
    Set<UUID> ids = Dispatch.ids(panes);
    chat.dispatch()
        .deliver(
            panes,
            comparison -> {
              compare.edit(comparison, turn, prompt, ids);
              return chat.reading().whole(comparison);
            },
            chat::refresh,
            refused);
  }

  /**
   * A new pane behind this one, of the same model and settings and with what was said so far.
   *
   * @param turn the last message to be taken along; null for all
   * @param added called when it is there and the current one
   */
  public void fork(PaneViewModel pane, @Nullable UUID turn, Runnable added) {
    if (pane.turns().isEmpty()) {
      duplicate(pane, added);
      return;
    }
    UUID upTo = turn == null ? pane.turns().getLast().turn() : turn;
    chat.ifOpen(
        comparison ->
            work.run(
                () -> {
                  UUID made = comparisons.fork(comparison, pane.id(), upTo).id();
                  var now = comparisons.open(comparison).orElseThrow();
                  return PaneViewModel.of(now, now.pane(made).orElseThrow());
                },
                made -> chat.put(comparison, made, chat.panes().indexOf(pane) + 1, added),
                trouble));
  }

  /** An empty pane behind this one, of the same model and settings. */
  public void duplicate(PaneViewModel pane, Runnable added) {
    PaneSpec spec = new PaneSpec(pane.model(), pane.parametersProperty().get());
    chat.ifOpen(
        comparison ->
            work.run(
                () -> comparisons.addPane(comparison, spec, pane.id()),
                made ->
                    chat.put(
                        comparison, new PaneViewModel(made), chat.panes().indexOf(pane) + 1, added),
                trouble));
  }

  /**
   * The pane that was closed last comes back with all that was said in it, where it stood if it was
   * closed since the start of the program, else at the end of the row.
   */
  public void reopen() {
    chat.ifOpen(
        comparison ->
            work.run(
                () -> reopened(comparison),
                made -> chat.put(comparison, made, chat.panes().size(), () -> backToPlace(made)),
                trouble));
  }

  private void backToPlace(PaneViewModel pane) {
    Integer place = closedAt.remove(pane.id());
    if (place != null && place < chat.panes().size() - 1) {
      chat.move(pane, place);
    }
  }

  private void panesChanged(ListChangeListener.Change<? extends PaneViewModel> change) {
    while (change.next()) {
      if (change.getRemovedSize() == 1 && !change.wasAdded()) {
        closedAt.put(change.getRemoved().getFirst().id(), change.getFrom());
      }
    }
  }

  private PaneViewModel reopened(UUID comparison) throws HistoryException {
    UUID pane =
        comparisons
            .reopenPane(comparison)
            .orElseThrow(
                () ->
                    new HistoryException(
                        "No pane in which something was said was closed in this comparison."));
    Comparison now = comparisons.open(comparison).orElseThrow();
    return PaneViewModel.of(now, now.pane(pane).orElseThrow());
  }

  /** The pane begins anew; what was said in it stays in the history. */
  public void clear(PaneViewModel pane) {
    PaneSpec spec = new PaneSpec(pane.model(), pane.parametersProperty().get());
    if (!pane.turns().isEmpty()) {
      chat.ifOpen(
          comparison ->
              work.run(
                  () -> comparisons.clearPane(comparison, pane.id(), spec),
                  made -> chat.replace(pane, new PaneViewModel(made)),
                  trouble));
    }
  }

  /** Asks the pane the messages it has no answer to, one after another. */
  public void replay(PaneViewModel pane) {
    if (!pane.busyProperty().get() && !chat.dispatch().isAsked(pane)) {
      pane.setReplay(new ReplayNote(0, 0, ReplayNote.State.ASKING));
      chat.ifOpen(
          comparison ->
              work.run(
                  () -> compare.replay(comparison, pane.id()),
                  replay -> next(replays.begin(replay)),
                  failure -> {
                    pane.setReplay(null);
                    trouble.accept(failure);
                  }));
    }
  }

  /** The same for the current pane. */
  public void replayCurrent() {
    PaneViewModel pane = chat.currentProperty().get();
    if (pane != null) {
      replay(pane);
    }
  }

  private void next(Replays.Going going) {
    work.run(
        going.replay::next,
        step -> {
          going.asking = false;
          step.ifPresentOrElse(asked -> asked(going, asked), () -> ended(going));
        },
        failure -> {
          ended(going);
          trouble.accept(failure);
        });
  }

  private void asked(Replays.Going going, Replay.Step step) {
    going.step = step;
    tell(going, going.note(ReplayNote.State.ASKING));
    chat.attach(step.round(), step.prompt(), false);
  }

  private void ended(Replays.Going going) {
    replays.end(going);
    work.run(
        going.replay::left,
        left -> tell(going, left == 0 ? null : going.note(ReplayNote.State.STOPPED)),
        trouble);
  }

  private void tell(Replays.Going going, @Nullable ReplayNote note) {
    chat.panes().stream()
        .filter(pane -> pane.id().equals(going.replay.pane()))
        .forEach(pane -> pane.setReplay(note));
  }

  /** No further message is asked; the one under way is stopped like any other. */
  public void stopReplay(PaneViewModel pane) {
    replays.stop(pane.id());
  }

  void take(TurnTree read) {
    tree = read;
  }

  /** The panes of another comparison are on screen; some of them may be in the middle of it. */
  void shown() {
    for (PaneViewModel pane : chat.panes()) {
      replays.of(pane.id()).ifPresent(going -> pane.setReplay(going.note(ReplayNote.State.ASKING)));
    }
  }

  void frame() {
    replays.frame(this::next);
  }
}
