package dev.polylogue.ui.shell;

import dev.polylogue.session.Comparisons;
import dev.polylogue.ui.chat.ChatViewModel;
import dev.polylogue.ui.chat.PaneViewModel;
import dev.polylogue.ui.composer.Outbox;
import dev.polylogue.ui.fx.Work;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.IntegerBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableIntegerValue;

/** Hands what the composer sends to the panes of the comparison on screen. */
final class ChatOutbox implements Outbox {
  private final ChatViewModel chat;
  private final Comparisons comparisons;
  private final Work work;
  private final Consumer<Exception> trouble;
  private final IntegerBinding count;
  private final IntegerBinding busy;
  private final BooleanBinding currentIsFree;

  ChatOutbox(ChatViewModel chat, Comparisons comparisons, Work work, Consumer<Exception> trouble) {
    this.chat = chat;
    this.comparisons = comparisons;
    this.work = work;
    this.trouble = trouble;
    count = Bindings.size(chat.panes());
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

  @Override
  public ObservableIntegerValue panes() {
    return count;
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
  public ObservableBooleanValue sending() {
    return chat.sendingProperty();
  }

  @Override
  public void send(String prompt, boolean currentOnly, Runnable refused) {
    PaneViewModel current = chat.currentProperty().get();
    List<PaneViewModel> targets =
        !currentOnly ? chat.panes() : current == null ? List.of() : List.of(current);
    chat.send(prompt, List.copyOf(targets), refused);
  }

  @Override
  public void stopAll() {
    chat.stopAll();
  }

  @Override
  public void saveDraft(UUID comparison, String draft) {
    work.act(() -> comparisons.saveDraft(comparison, draft), () -> {}, trouble);
  }
}
