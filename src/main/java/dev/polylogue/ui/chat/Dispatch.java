package dev.polylogue.ui.chat;

import dev.polylogue.conversation.Comparison;
import dev.polylogue.history.HistoryException;
import dev.polylogue.run.Run;
import dev.polylogue.session.Compare;
import dev.polylogue.session.Comparisons;
import dev.polylogue.session.Prompt;
import dev.polylogue.ui.fx.Work;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** What leaves the comparison on screen for its models. FX thread. */
final class Dispatch {
  private final ChatViewModel chat;
  private final Comparisons comparisons;
  private final Compare compare;
  private final Work work;
  private final Consumer<Exception> trouble;
  private final ReadOnlyBooleanWrapper sending = new ReadOnlyBooleanWrapper();

  /**
   * Panes to which something is on its way into the history, and those for which it is not wanted.
   */
  private final Set<UUID> asked = new HashSet<>();

  private final Set<UUID> calledOff = new HashSet<>();

  Dispatch(
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
  }

  /** Something that is sent to the comparison on screen. Blocks. */
  interface Delivery<T> {
    T to(UUID comparison) throws HistoryException;
  }

  ReadOnlyBooleanProperty sendingProperty() {
    return sending.getReadOnlyProperty();
  }

  void send(Prompt prompt, List<PaneViewModel> targets, Runnable refused) {
    Comparison to = chat.openedProperty().get();
    boolean anyBusy = targets.stream().anyMatch(pane -> pane.busyProperty().get());
    if (to == null || sending.get() || anyBusy || targets.isEmpty() || prompt.text().isBlank()) {
      refused.run();
      return;
    }
    Sending task = new Sending(comparisons, compare, chat.titleProperty().get().isBlank());
    Set<UUID> ids = ids(targets);
    deliver(
        targets,
        comparison -> task.send(comparison, prompt, ids),
        sent -> {
          sent.title().ifPresent(given -> chat.entitle(to.id(), given));
          chat.attach(sent.round(), prompt, true);
        },
        refused);
  }

  /** One prompt at a time is on its way into the history. */
  <T> void deliver(
      List<PaneViewModel> panes, Delivery<T> delivery, Consumer<T> done, Runnable refused) {
    Comparison to = chat.openedProperty().get();
    if (to == null || sending.get() || panes.stream().anyMatch(this::isAsked) || objects(panes)) {
      refused.run();
      return;
    }
    sending.set(true);
    ask(
        to.id(),
        panes,
        delivery,
        result -> {
          sending.set(false);
          done.accept(result);
        },
        failure -> {
          sending.set(false);
          refused.run();
          trouble.accept(failure);
        });
  }

  /**
   * Asks panes once more; adds an alternative to the replies that are there. A pane to which
   * something is on its way already is passed by (T30).
   */
  void retry(List<PaneViewModel> panes, UUID turn) {
    List<PaneViewModel> free = panes.stream().filter(pane -> !isAsked(pane)).toList();
    if (free.isEmpty() || objects(free)) {
      return;
    }
    chat.ifOpen(
        open ->
            ask(
                open,
                free,
                comparison -> compare.retry(comparison, ids(free), turn),
                round -> chat.attach(round, Prompt.of(""), false),
                trouble));
  }

  /** Goes to the first pane that has a setting which can't be taken, if there is one. */
  private boolean objects(List<PaneViewModel> panes) {
    Optional<PaneViewModel> objector = panes.stream().filter(PaneViewModel::objects).findFirst();
    objector.ifPresent(
        pane -> {
          chat.focus(pane);
          pane.objectingProperty().set(true);
        });
    return objector.isPresent();
  }

  /** Whether something is on its way to the pane that has not begun. */
  boolean isAsked(PaneViewModel pane) {
    return asked.contains(pane.id());
  }

  /** What is on its way to the pane is not wanted any more: it is stopped as soon as it begins. */
  void callOff(PaneViewModel pane) {
    if (isAsked(pane)) {
      calledOff.add(pane.id());
    }
  }

  private <T> void ask(
      UUID comparison,
      List<PaneViewModel> panes,
      Delivery<T> delivery,
      Consumer<T> begun,
      Consumer<Exception> failed) {
    Set<UUID> ids = ids(panes);
    asked.addAll(ids);
    work.run(
        () -> delivery.to(comparison),
        result -> {
          compare.live(comparison).stream()
              .flatMap(round -> round.runs().stream())
              .filter(run -> ids.contains(run.pane()) && calledOff.contains(run.pane()))
              .forEach(Run::stop);
          release(ids);
          begun.accept(result);
        },
        failure -> {
          release(ids);
          failed.accept(failure);
        });
  }

  private void release(Set<UUID> panes) {
    asked.removeAll(panes);
    calledOff.removeAll(panes);
  }

  static Set<UUID> ids(List<PaneViewModel> panes) {
    return panes.stream().map(PaneViewModel::id).collect(Collectors.toSet());
  }
}
