package dev.polylogue.ui.chat;

import dev.polylogue.run.Round;
import dev.polylogue.run.Run;
import dev.polylogue.session.Prompt;
import dev.polylogue.ui.fx.Rota;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** The live replies of the comparison on screen, and the panes that show them. FX thread. */
final class LiveReplies {
  private record Attached(PaneViewModel pane, UUID turn, Run run) {
    void show() {
      pane.update(turn, run.snapshot());
    }
  }

  /** More panes than this in one frame would hold up typing and scrolling. */
  private static final int PANES_A_FRAME = 1;

  private final Rota rota = new Rota(PANES_A_FRAME);
  private final List<Attached> attached = new ArrayList<>();
  private final ReadOnlyBooleanWrapper any = new ReadOnlyBooleanWrapper();

  ReadOnlyBooleanProperty anyProperty() {
    return any.getReadOnlyProperty();
  }

  /** Replies that have just begun come on screen. */
  void begin(Round round, Prompt prompt, List<PaneViewModel> panes) {
    List<Attached> added = add(round, panes);
    added.forEach(
        live -> live.pane.begin(live.turn, prompt, live.run.model().model(), live.run.snapshot()));
    tell(added);
  }

  /** Replies that the panes know of, or that belong to another branch than that on screen. */
  void follow(Round round, List<PaneViewModel> panes) {
    List<Attached> added = add(round, panes);
    added.forEach(Attached::show);
    tell(added);
  }

  /** Who hears that a pane is live finds the turn there already. */
  private void tell(List<Attached> added) {
    added.forEach(live -> live.pane.setLive(true));
    any.set(!attached.isEmpty());
  }

  private List<Attached> add(Round round, List<PaneViewModel> panes) {
    List<Attached> added = new ArrayList<>();
    for (Run run : round.runs()) {
      for (PaneViewModel pane : panes) {
        if (pane.id().equals(run.pane())) {
          added.add(new Attached(pane, round.turn(), run));
        }
      }
    }
    attached.removeAll(added);
    attached.addAll(added);
    return added;
  }

  /**
   * Brings some panes up to date, all of them within a few frames; a reply that ended is shown one
   * last time at once and let go.
   */
  void frame() {
    // Looked at before snapshots are taken, so that the last snapshot shown is the last there is.
    List<Attached> ended = attached.stream().filter(live -> live.run.result() != null).toList();
    attached.removeAll(ended);
    rota.turn(attached).forEach(Attached::show);
    ended.forEach(
        live -> {
          live.show();
          live.pane.setLive(attached.stream().anyMatch(other -> other.pane == live.pane));
        });
    any.set(!attached.isEmpty());
  }

  void stop(PaneViewModel pane) {
    attached.stream().filter(live -> live.pane == pane).forEach(live -> live.run.stop());
  }

  void retryNow(PaneViewModel pane) {
    attached.stream().filter(live -> live.pane == pane).forEach(live -> live.run.retryNow());
  }

  void stopAll() {
    attached.forEach(live -> live.run.stop());
  }

  /** The screen turns to something else; the runs go on. */
  void letGo() {
    attached.clear();
    any.set(false);
  }

  void letGo(PaneViewModel pane) {
    attached.removeIf(live -> live.pane == pane);
    any.set(!attached.isEmpty());
  }
}
