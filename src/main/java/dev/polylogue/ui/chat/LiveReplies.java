package dev.polylogue.ui.chat;

import dev.polylogue.run.Round;
import dev.polylogue.run.Run;
import dev.polylogue.run.Snapshot;
import dev.polylogue.session.Prompt;
import dev.polylogue.ui.fx.Rota;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** The live replies of the comparison on screen, and the panes that show them. FX thread. */
final class LiveReplies {
  private static final class Attached {
    final PaneViewModel pane;
    final UUID turn;
    final Run run;
    private boolean heard;

    Attached(PaneViewModel pane, UUID turn, Run run) {
      this.pane = pane;
      this.turn = turn;
      this.run = run;
    }

    void show() {
      Snapshot now = run.snapshot();
      heard |= hasWords(now);
      pane.update(turn, now);
    }

    /** Its first words have come; they are not kept waiting. */
    boolean speaksUp() {
      return !heard && hasWords(run.snapshot());
    }

    boolean shows(Attached other) {
      return pane == other.pane && run == other.run;
    }

    private static boolean hasWords(Snapshot reply) {
      return !reply.content().passages().isEmpty();
    }
  }

  /** More panes than this at a time would hold up typing and scrolling. */
  private static final int PANES_A_CHANGE = 2;

  /**
   * Text that grows thirty times a second flows; more often, it only costs twice as much. Each
   * frame in which anything changes has a cost of its own, so panes share them.
   */
  private static final int FRAMES_A_CHANGE = 2;

  private final Rota rota = new Rota(PANES_A_CHANGE, FRAMES_A_CHANGE);
  private final List<Attached> attached = new ArrayList<>();
  private final ReadOnlyBooleanWrapper any = new ReadOnlyBooleanWrapper();

  ReadOnlyBooleanProperty anyProperty() {
    return any.getReadOnlyProperty();
  }

  /** Replies that have just begun come on screen. */
  void begin(Round round, Prompt prompt, List<PaneViewModel> panes) {
    List<Attached> added = add(round, panes);
    added.forEach(
        live -> live.pane.begin(live.turn, prompt, live.run.model(), live.run.snapshot()));
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
    attached.removeIf(known -> added.stream().anyMatch(known::shows));
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
    attached.stream().filter(Attached::speaksUp).forEach(Attached::show);
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
