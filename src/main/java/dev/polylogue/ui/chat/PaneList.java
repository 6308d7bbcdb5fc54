package dev.polylogue.ui.chat;

import java.util.List;
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
    panes.forEach(other -> other.currentProperty().set(other == pane));
    current.set(pane);
  }
}
