package dev.polylogue.ui.chat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The row of panes, and the one that the keyboard commands mean. FX thread. */
final class PaneList {
  private final ObservableList<PaneViewModel> panes =
      FXCollections.observableArrayList(
          pane ->
              new Observable[] {
                pane.busyProperty(),
                pane.modelProperty(),
                pane.parametersProperty(),
                pane.inSyncProperty(),
                pane.failedProperty()
              });
  private final ObservableList<PaneViewModel> shown =
      FXCollections.unmodifiableObservableList(panes);
  private final ReadOnlyObjectWrapper<@Nullable PaneViewModel> current =
      new ReadOnlyObjectWrapper<>();

  /** Of each comparison that was shown, the pane that is or was the current one. */
  private final Set<UUID> latest = new HashSet<>();

  /** Can't be changed by who looks. */
  ObservableList<PaneViewModel> shown() {
    return shown;
  }

  ReadOnlyObjectWrapper<@Nullable PaneViewModel> current() {
    return current;
  }

  void show(List<PaneViewModel> all) {
    panes.setAll(all);
  }

  /** The pane that was the current one when these were shown last, else the first. */
  @Nullable PaneViewModel latest() {
    return panes.stream()
        .filter(pane -> latest.contains(pane.id()))
        .findFirst()
        .orElse(panes.isEmpty() ? null : panes.getFirst());
  }

  void add(PaneViewModel pane, int place) {
    panes.add(Math.min(place, panes.size()), pane);
    focus(pane);
  }

  /** Puts a pane in the place of another one, which has to be there. */
  void replace(PaneViewModel before, PaneViewModel now) {
    panes.set(panes.indexOf(before), now);
    focus(now);
  }

  void remove(PaneViewModel pane) {
    int place = panes.indexOf(pane);
    panes.remove(pane);
    focus(panes.get(Math.min(place, panes.size() - 1)));
  }

  /** False when it can't stand there, or does already. */
  boolean move(PaneViewModel pane, int place) {
    int from = panes.indexOf(pane);
    if (from < 0 || place < 0 || place >= panes.size() || place == from) {
      return false;
    }
    panes.remove(from);
    panes.add(place, pane);
    focus(pane);
    return true;
  }

  void focus(@Nullable PaneViewModel pane) {
    for (PaneViewModel other : panes) {
      other.currentProperty().set(other == pane);
      latest.remove(other.id());
    }
    if (pane != null) {
      latest.add(pane.id());
    }
    current.set(pane);
  }
}
