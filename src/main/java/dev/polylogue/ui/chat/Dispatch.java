package dev.polylogue.ui.chat;

import dev.polylogue.conversation.Comparison;
import dev.polylogue.history.HistoryException;
import dev.polylogue.session.Compare;
import dev.polylogue.session.Comparisons;
import dev.polylogue.session.Prompt;
import dev.polylogue.ui.fx.Work;
import java.util.List;
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
    List<UUID> ids = targets.stream().map(PaneViewModel::id).toList();
    deliver(
        comparison -> task.send(comparison, prompt, ids),
        sent -> {
          sent.title().ifPresent(given -> chat.entitle(to.id(), given));
          chat.attach(sent.round(), prompt, true);
        },
        refused);
  }

  /** One thing at a time is on its way into the history. */
  <T> void deliver(Delivery<T> delivery, Consumer<T> done, Runnable refused) {
    Comparison to = chat.openedProperty().get();
    if (to == null || sending.get()) {
      refused.run();
      return;
    }
    sending.set(true);
    work.run(
        () -> delivery.to(to.id()),
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

  /** Asks panes once more; adds an alternative to the replies that are there. */
  void retry(List<PaneViewModel> asked, UUID turn) {
    Set<UUID> ids = asked.stream().map(PaneViewModel::id).collect(Collectors.toSet());
    chat.ifOpen(
        comparison ->
            work.run(
                () -> compare.retry(comparison, ids, turn),
                round -> chat.attach(round, Prompt.of(""), false),
                trouble));
  }
}
