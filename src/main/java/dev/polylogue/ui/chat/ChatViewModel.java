package dev.polylogue.ui.chat;

import dev.polylogue.conversation.Comparison;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.Parameters;
import dev.polylogue.conversation.Turn;
import dev.polylogue.run.Round;
import dev.polylogue.session.Compare;
import dev.polylogue.session.Comparisons;
import dev.polylogue.session.PaneSpec;
import dev.polylogue.session.Prompt;
import dev.polylogue.ui.fx.Work;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The comparison on screen. FX thread. */
public final class ChatViewModel {
  /** How many panes a comparison may have. */
  public static final int MOST_PANES = 12;

  private final Comparisons comparisons;
  private final ComparisonReading reading;
  private final Work work;
  private final LiveRounds rounds;
  private final Consumer<Exception> trouble;
  private final LiveReplies live = new LiveReplies();
  private final ReadOnlyObjectWrapper<@Nullable Comparison> opened = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<List<UUID>> path = new ReadOnlyObjectWrapper<>(List.of());
  private final PaneList row = new PaneList();
  private final ObservableList<PaneViewModel> panes = row.shown();
  private final BooleanProperty inspecting = new SimpleBooleanProperty();
  private final Dispatch dispatch;
  private final BranchesViewModel branches;
  private final BooleanProperty fixed = new SimpleBooleanProperty();
  private @Nullable UUID wanted;
  private Usher usher = (comparison, row) -> row;

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
    this.reading = new ComparisonReading(comparisons, compare);
    this.work = work;
    this.rounds = rounds;
    this.trouble = trouble;
    this.dispatch = new Dispatch(this, comparisons, compare, work, trouble);
    this.branches = new BranchesViewModel(this, comparisons, compare, work, trouble);
  }

  // Properties

  /**
   * The comparison as it was read, or null before the first one is. Of a long one it has the last
   * turns only; its panes have the others soon after.
   */
  public ReadOnlyObjectProperty<@Nullable Comparison> openedProperty() {
    return opened.getReadOnlyProperty();
  }

  /** Empty until the first prompt gives it one. */
  public ReadOnlyStringProperty titleProperty() {
    return title.getReadOnlyProperty();
  }

  /** In their order; the list also tells when one becomes busy or idle, or is set otherwise. */
  public ObservableList<PaneViewModel> panes() {
    return panes;
  }

  public ReadOnlyObjectProperty<List<UUID>> pathProperty() {
    return path.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<@Nullable PaneViewModel> currentProperty() {
    return row.current().getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty liveProperty() {
    return live.anyProperty();
  }

  /** A prompt is on its way into the history. */
  public ReadOnlyBooleanProperty sendingProperty() {
    return dispatch.sendingProperty();
  }

  /** Whether panes may not be added, closed or moved, since they are shown in disguise. */
  public BooleanProperty fixedProperty() {
    return fixed;
  }

  /** Whether the current pane's reply is looked at closely. */
  public BooleanProperty inspectingProperty() {
    return inspecting;
  }

  /** Alternatives, branches, and panes made of others. */
  public BranchesViewModel branches() {
    return branches;
  }

  // Commands

  /** From now on somebody else seats the panes. */
  public void seatBy(Usher other) {
    usher = other;
  }

  public void open(UUID comparison) {
    wanted = comparison;
    keepPlaces();
    work.run(() -> reading.first(comparison), this::show, trouble);
  }

  private void show(ComparisonReading.Read read) {
    if (!read.comparison().id().equals(wanted)) {
      return;
    }
    Comparison comparison = read.comparison();
    live.letGo();
    title.set(comparison.title());
    take(comparison);
    row.show(
        usher.seat(
            comparison,
            comparison.panes().stream()
                .map(pane -> PaneViewModel.of(comparison, pane, read.places().get(pane.id())))
                .toList()));
    follow(read.live());
    branches.shown();
    // Which of the panes in disguise was the current one would tell whose it is.
    focus(fixed.get() ? panes.getFirst() : row.latest());
    opened.set(comparison);
    if (read.isCut()) {
      work.run(() -> reading.whole(comparison.id()), this::refresh, trouble);
    }
  }

  /** Stores where the panes are being read, for those where that has changed. */
  public void keepPlaces() {
    for (PaneViewModel pane : panes) {
      pane.unkeptPlace(
          place -> work.act(() -> comparisons.keepPlace(pane.id(), place), () -> {}, trouble));
    }
  }

  /** The turns were read anew; the panes stay. */
  void refresh(ComparisonReading.Read read) {
    if (isOpen(read.comparison().id())) {
      take(read.comparison());
      for (PaneViewModel pane : panes) {
        read.comparison().pane(pane.id()).ifPresent(stored -> pane.show(read.comparison(), stored));
      }
    }
    follow(read.live());
  }

  private void take(Comparison comparison) {
    path.set(comparison.turns().stream().map(Turn::id).toList());
    branches.take(comparison.tree());
  }

  private void follow(List<Round> found) {
    for (Round round : found) {
      rounds.add(round);
      if (isShown(round.comparison())) {
        live.follow(round, panes);
      }
    }
  }

  ComparisonReading reading() {
    return reading;
  }

  /** Once a frame while anything is live. */
  public void frame() {
    live.frame();
    branches.frame();
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
    dispatch.send(prompt, targets, refused);
  }

  /** Asks a pane once more; adds an alternative to the replies that are there. */
  public void retry(PaneViewModel pane, UUID turn) {
    dispatch.retry(List.of(pane), turn);
  }

  /** What leaves for the models. */
  Dispatch dispatch() {
    return dispatch;
  }

  /** A round has begun: of a new turn, or of one that is there, perhaps on another branch. */
  void attach(Round round, Prompt prompt, boolean isNew) {
    rounds.add(round);
    if (!isOpen(round.comparison())) {
      return;
    }
    if (isNew) {
      path.set(Stream.concat(path().stream(), Stream.of(round.turn())).toList());
    }
    if (path().contains(round.turn())) {
      live.begin(round, prompt, panes);
    } else {
      live.follow(round, panes);
    }
  }

  /** The turns of the path in use, first to last. */
  public List<UUID> path() {
    return path.get();
  }

  /** A comparison has got a title by other ways; shown when it is the one on screen. */
  public void entitle(UUID comparison, String given) {
    if (isOpen(comparison)) {
      title.set(given);
    }
  }

  public void stop(PaneViewModel pane) {
    branches.stopReplay(pane);
    dispatch.callOff(pane);
    live.stop(pane);
  }

  /** A request of the pane that waits to be sent again goes out at once (F27). */
  public void retryNow(PaneViewModel pane) {
    live.retryNow(pane);
  }

  /** Asks the current pane once more for its last answer. */
  public void regenerate() {
    PaneViewModel pane = row.current().get();
    if (pane != null && !pane.busyProperty().get() && !pane.turns().isEmpty()) {
      retry(pane, pane.turns().getLast().turn());
    }
  }

  public void stopAll() {
    panes.forEach(branches::stopReplay);
    panes.forEach(dispatch::callOff);
    live.stopAll();
  }

  /** Whether a prompt to all panes goes to this one too. Shown at once; read again if it fails. */
  public void sync(PaneViewModel pane, boolean inSync) {
    pane.setInSync(inSync);
    work.act(() -> comparisons.syncPane(pane.id(), inSync), () -> {}, this::reread);
  }

  /**
   * Adds an empty pane at the end of the row and makes it the current one; a thirteenth is refused.
   *
   * @param added called when it is there
   */
  public void addPane(PaneSpec spec, Runnable added) {
    if (fixed.get()) {
      return;
    }
    if (panes.size() >= MOST_PANES) {
      trouble.accept(
          new IllegalArgumentException(
              "A comparison has at most %d panes. Close one to make room.".formatted(MOST_PANES)));
      return;
    }
    ifOpen(
        comparison ->
            work.run(
                () -> comparisons.addPane(comparison, spec),
                pane -> put(comparison, new PaneViewModel(pane), panes.size(), added),
                trouble));
  }

  /** Shows a pane that was added to a comparison, if that is still the one on screen. */
  void put(UUID comparison, PaneViewModel made, int place, Runnable added) {
    if (isOpen(comparison)) {
      row.add(made, place);
      added.run();
    }
  }

  /** Shows a pane in the place of another one. */
  void replace(PaneViewModel before, PaneViewModel now) {
    if (panes.contains(before)) {
      letGo(before);
      row.replace(before, now);
    }
  }

  private void letGo(PaneViewModel pane) {
    stop(pane);
    live.letGo(pane);
  }

  /** Takes a pane out of the row, and stops it; the last one stays. */
  public void closePane(PaneViewModel pane) {
    if (fixed.get() || !panes.contains(pane) || panes.size() == 1) {
      return;
    }
    letGo(pane);
    work.act(() -> comparisons.closePane(pane.id()), () -> {}, this::reread);
    row.remove(pane);
  }

  /**
   * Shows the panes in another order, which is not kept.
   *
   * @param order all of them
   */
  public void arrange(List<PaneViewModel> order) {
    if (!order.equals(panes)) {
      row.show(order);
      focus(panes.isEmpty() ? null : panes.getFirst());
    }
  }

  /** Puts a pane at another place of the row. */
  public void move(PaneViewModel pane, int place) {
    if (!fixed.get() && row.move(pane, place)) {
      List<UUID> order = panes.stream().map(PaneViewModel::id).toList();
      ifOpen(
          comparison ->
              work.act(() -> comparisons.orderPanes(comparison, order), () -> {}, this::reread));
    }
  }

  /** Shown at once, so that two quick changes build on one another; read again if it fails. */
  public void change(PaneViewModel pane, ModelRef model, Parameters parameters) {
    pane.set(model, parameters);
    work.act(() -> comparisons.changePane(pane.id(), model, parameters), () -> {}, this::reread);
  }

  /** Makes a pane the one that the keyboard commands mean. */
  public void focus(@Nullable PaneViewModel pane) {
    row.focus(pane);
  }

  void reread(Exception failure) {
    trouble.accept(failure);
    ifOpen(this::open);
  }

  private boolean isOpen(UUID comparison) {
    Comparison now = opened.get();
    return now != null && now.id().equals(comparison);
  }

  /** Open, or about to be. */
  private boolean isShown(UUID comparison) {
    return comparison.equals(wanted);
  }

  void ifOpen(Consumer<UUID> action) {
    Comparison now = opened.get();
    if (now != null) {
      action.accept(now.id());
    }
  }
}
