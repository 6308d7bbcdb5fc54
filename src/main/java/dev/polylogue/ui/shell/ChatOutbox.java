package dev.polylogue.ui.shell;

import dev.polylogue.conversation.ModelRef;
import dev.polylogue.provider.ModelCard;
import dev.polylogue.run.Passage;
import dev.polylogue.session.Comparisons;
import dev.polylogue.session.Prompt;
import dev.polylogue.ui.chat.ChatViewModel;
import dev.polylogue.ui.chat.PaneViewModel;
import dev.polylogue.ui.composer.Expectation;
import dev.polylogue.ui.composer.Outbox;
import dev.polylogue.ui.fx.Work;
import dev.polylogue.ui.transcript.TranscriptTurn;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.IntegerBinding;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableIntegerValue;
import javafx.beans.value.ObservableValue;

/** Hands what the composer sends to the panes of the comparison on screen. */
final class ChatOutbox implements Outbox {
  /**
   * What is known of prices.
   *
   * @param sandbox the id of the provider that costs nothing
   */
  record Prices(Function<ModelRef, ModelCard> card, String sandbox) {}

  private final ChatViewModel chat;
  private final Comparisons comparisons;
  private final Work work;
  private final Consumer<Exception> trouble;
  private final ObjectBinding<List<Expectation.Target>> targets;
  private final IntegerBinding busy;
  private final BooleanBinding currentIsFree;

  ChatOutbox(
      ChatViewModel chat,
      Comparisons comparisons,
      Prices prices,
      Work work,
      Consumer<Exception> trouble) {
    this.chat = chat;
    this.comparisons = comparisons;
    this.work = work;
    this.trouble = trouble;
    targets =
        Bindings.createObjectBinding(
            () -> chat.panes().stream().map(pane -> target(pane, prices)).toList(), chat.panes());
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

  private static Expectation.Target target(PaneViewModel pane, Prices prices) {
    long said = 0;
    for (TranscriptTurn turn : pane.turns()) {
      said += turn.prompt().length();
      for (Passage passage : turn.reply().content().passages()) {
        said += passage.kind() == Passage.Kind.TEXT ? passage.text().length() : 0;
      }
    }
    ModelRef model = pane.model();
    return new Expectation.Target(
        prices.card().apply(model).facts().price(),
        prices.sandbox().equals(model.provider()),
        said);
  }

  @Override
  public ObservableValue<List<Expectation.Target>> targets() {
    return targets;
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
  public void send(Prompt prompt, boolean currentOnly, Runnable refused) {
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
