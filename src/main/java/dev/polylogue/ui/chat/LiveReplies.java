package dev.polylogue.ui.chat;

import dev.polylogue.run.Round;
import dev.polylogue.run.Run;
import dev.polylogue.run.Snapshot;
import dev.polylogue.session.Prompt;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** The live replies of the comparison on screen, and the panes that show them. FX thread. */
final class LiveReplies {
  private record Attached(PaneViewModel pane, UUID turn, Run run) {}

  private final List<Attached> attached = new ArrayList<>();
  private final ReadOnlyBooleanWrapper any = new ReadOnlyBooleanWrapper();

  ReadOnlyBooleanProperty anyProperty() {
    return any.getReadOnlyProperty();
  }

  void attach(Round round, Prompt prompt, List<PaneViewModel> panes) {
    for (Run run : round.runs()) {
      for (PaneViewModel pane : panes) {
        if (pane.id().equals(run.pane())) {
          pane.begin(round.turn(), prompt, run.snapshot());
          pane.setBusy(true);
          attached.add(new Attached(pane, round.turn(), run));
        }
      }
    }
    any.set(!attached.isEmpty());
  }

  /** Brings the panes up to date; a reply that ended is shown one last time and let go. */
  void frame() {
    attached.removeIf(LiveReplies::showAndTellEnd);
    any.set(!attached.isEmpty());
  }

  private static boolean showAndTellEnd(Attached live) {
    // Looked at before the snapshot is taken, so that the last snapshot shown is the last there is.
    boolean ended = live.run.result() != null;
    Snapshot now = live.run.snapshot();
    live.pane.update(live.turn, now);
    if (ended) {
      live.pane.setBusy(false);
    }
    return ended;
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
