package dev.polylogue.ui.chat;

import dev.polylogue.conversation.Comparison;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.Pane;
import dev.polylogue.conversation.Parameters;
import dev.polylogue.history.HistoryException;
import dev.polylogue.run.Round;
import dev.polylogue.session.Compare;
import dev.polylogue.session.Comparisons;
import dev.polylogue.session.PaneSpec;
import dev.polylogue.session.Prompt;
import dev.polylogue.ui.fx.Work;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The comparison on screen. FX thread. */
public final class ChatViewModel {
  /** A comparison and the rounds of it that were live when it was read. */
  private record Opened(Comparison comparison, List<Round> live) {}

  private final Comparisons comparisons;
  private final Compare compare;
  private final Work work;
  private final LiveRounds rounds;
  private final Consumer<Exception> trouble;
  private final LiveReplies live = new LiveReplies();

  private final ReadOnlyObjectWrapper<@Nullable Comparison> opened = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
  private final ObservableList<PaneViewModel> panes =
      FXCollections.observableArrayList(
          pane ->
              new javafx.beans.Observable[] {
                pane.busyProperty(), pane.modelProperty(), pane.parametersProperty()
              });
  private final ObservableList<PaneViewModel> shownPanes =
      FXCollections.unmodifiableObservableList(panes);
  private final ReadOnlyObjectWrapper<@Nullable PaneViewModel> current =
      new ReadOnlyObjectWrapper<>();
  private final BooleanProperty sending = new SimpleBooleanProperty();
  private final BooleanProperty inspecting = new SimpleBooleanProperty();
  private @Nullable UUID wanted;

  /**
   * @param work done one piece after another, so that what was asked first is stored first
   */
  public ChatViewModel(
      Comparisons comparisons,
      Compare compare,
      Work work,
      LiveRounds rounds,
      Consumer<Exception> trouble) {
    this.comparisons = comparisons;
    this.compare = compare;
    this.work = work;
    this.rounds = rounds;
    this.trouble = trouble;
  }

  // Properties

  /** The comparison as it was read, or null before the first one is. */
  public ReadOnlyObjectProperty<@Nullable Comparison> openedProperty() {
    return opened.getReadOnlyProperty();
  }

  /** Empty until the first prompt gives it one. */
  public ReadOnlyStringProperty titleProperty() {
    return title.getReadOnlyProperty();
  }

  /** In their order; the list also tells when one becomes busy or idle, or is set otherwise. */
  public ObservableList<PaneViewModel> panes() {
    return shownPanes;
  }

  public ReadOnlyObjectProperty<@Nullable PaneViewModel> currentProperty() {
    return current.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty liveProperty() {
    return live.anyProperty();
  }

  /** A prompt is on its way into the history. */
  public ReadOnlyBooleanProperty sendingProperty() {
    return sending;
  }

  /** Whether the current pane's reply is looked at closely. */
  public BooleanProperty inspectingProperty() {
    return inspecting;
  }

  // Commands

  public void open(UUID comparison) {
    wanted = comparison;
    work.run(() -> load(comparison), this::show, trouble);
  }

  private Opened load(UUID comparison) throws HistoryException {
    // The rounds come first: one that ends while the rest is read is then shown from its run.
    List<Round> running = compare.live(comparison);
    Comparison stored =
        comparisons
            .open(comparison)
            .orElseThrow(() -> new IllegalArgumentException("There is no such comparison."));
    return new Opened(stored, running);
  }

  private void show(Opened read) {
    if (!read.comparison.id().equals(wanted)) {
      return;
    }
    Comparison comparison = read.comparison;
    live.letGo();
    title.set(comparison.title());
    panes.setAll(
        comparison.panes().stream().map(pane -> PaneViewModel.of(comparison, pane)).toList());
    for (Round round : read.live) {
      rounds.add(round);
      live.attach(round, Prompt.of(""), panes);
    }
    focus(panes.isEmpty() ? null : panes.getFirst());
    opened.set(comparison);
  }

  /** Once a frame while anything is live. */
  public void frame() {
    live.frame();
  }

  public void rename(String changed) {
    ifOpen(
        comparison ->
            work.act(
                () -> comparisons.rename(comparison, changed), () -> title.set(changed), trouble));
  }

  /**
   * Sends to the panes given. A second call before the first is stored does nothing (T30).
   *
   * @param refused called when nothing was sent, so that the prompt can be given back
   */
  public void send(Prompt prompt, List<PaneViewModel> targets, Runnable refused) {
    Comparison to = opened.get();
    boolean anyBusy = targets.stream().anyMatch(pane -> pane.busyProperty().get());
    if (to == null || sending.get() || anyBusy || targets.isEmpty() || prompt.text().isBlank()) {
      refused.run();
      return;
    }
    sending.set(true);
    Sending task = new Sending(comparisons, compare, to.id(), title.get().isBlank());
    List<UUID> ids = targets.stream().map(PaneViewModel::id).toList();
    work.run(
        () -> task.send(prompt, ids),
        sent -> {
          sending.set(false);
          sent.title().ifPresent(given -> entitle(to.id(), given));
          attach(sent.round(), prompt);
        },
        failure -> {
          sending.set(false);
          refused.run();
          trouble.accept(failure);
        });
  }

  public void retry(PaneViewModel pane, UUID turn) {
    ifOpen(
        comparison ->
            work.run(
                () -> compare.retry(comparison, pane.id(), turn),
                round -> attach(round, Prompt.of("")),
                trouble));
  }

  private void attach(Round round, Prompt prompt) {
    rounds.add(round);
    if (isOpen(round.comparison())) {
      live.attach(round, prompt, panes);
    }
  }

  private void entitle(UUID comparison, String given) {
    if (isOpen(comparison)) {
      title.set(given);
    }
  }

  public void stop(PaneViewModel pane) {
    live.stop(pane);
  }

  /** A request of the pane that waits to be sent again goes out at once (F27). */
  public void retryNow(PaneViewModel pane) {
    live.retryNow(pane);
  }

  /** Asks the current pane once more for its last answer. */
  public void regenerate() {
    PaneViewModel pane = current.get();
    if (pane != null && !pane.busyProperty().get() && !pane.turns().isEmpty()) {
      retry(pane, pane.turns().getLast().turn());
    }
  }

  public void stopAll() {
    live.stopAll();
  }

  /**
   * Adds an empty pane at the end of the row and makes it the current one.
   *
   * @param added called when it is there
   */
  public void addPane(PaneSpec spec, Runnable added) {
    ifOpen(
        comparison ->
            work.run(
                () -> comparisons.addPane(comparison, spec),
                pane -> appended(comparison, pane, added),
                trouble));
  }

  private void appended(UUID comparison, Pane pane, Runnable added) {
    if (isOpen(comparison)) {
      PaneViewModel made = new PaneViewModel(pane);
      panes.add(made);
      focus(made);
      added.run();
    }
  }

  /** Takes a pane out of the row, and stops it; the last one stays. */
  public void closePane(PaneViewModel pane) {
    int place = panes.indexOf(pane);
    if (place < 0 || panes.size() == 1) {
      return;
    }
    live.stop(pane);
    live.letGo(pane);
    work.act(() -> comparisons.closePane(pane.id()), () -> {}, this::reread);
    panes.remove(pane);
    focus(panes.get(Math.min(place, panes.size() - 1)));
  }

  /** Puts a pane at another place of the row. */
  public void move(PaneViewModel pane, int place) {
    int from = panes.indexOf(pane);
    if (from < 0 || place < 0 || place >= panes.size() || place == from) {
      return;
    }
    panes.remove(from);
    panes.add(place, pane);
    focus(pane);
    List<UUID> order = panes.stream().map(PaneViewModel::id).toList();
    ifOpen(
        comparison ->
            work.act(() -> comparisons.orderPanes(comparison, order), () -> {}, this::reread));
  }

  /** Shown at once, so that two quick changes build on one another; read again if it fails. */
  public void change(PaneViewModel pane, ModelRef model, Parameters parameters) {
    pane.set(model, parameters);
    work.act(() -> comparisons.changePane(pane.id(), model, parameters), () -> {}, this::reread);
  }

  /** Makes a pane the one that the keyboard commands mean. */
  public void focus(@Nullable PaneViewModel pane) {
    panes.forEach(other -> other.currentProperty().set(other == pane));
    current.set(pane);
  }

  private void reread(Exception failure) {
    trouble.accept(failure);
    ifOpen(this::open);
  }

  private boolean isOpen(UUID comparison) {
    Comparison now = opened.get();
    return now != null && now.id().equals(comparison);
  }

  private void ifOpen(Consumer<UUID> action) {
    Comparison now = opened.get();
    if (now != null) {
      action.accept(now.id());
    }
  }
}
