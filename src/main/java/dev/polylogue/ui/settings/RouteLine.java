package dev.polylogue.ui.settings;

import dev.polylogue.provider.azure.Route;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** A way to a deployment, and how its trial went. FX thread. */
public final class RouteLine {
  /** How far its trial is. */
  public enum State {
    UNTRIED,
    WAITING,
    TRYING,
    WORKS,
    FAILED
  }

  private final Route route;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.UNTRIED);
  private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");

  RouteLine(Route route) {
    this.route = route;
  }

  // Properties

  public Route route() {
    return route;
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** What the provider said, or empty. */
  public ReadOnlyStringProperty wordsProperty() {
    return words.getReadOnlyProperty();
  }

  // Commands

  void become(State now, String said) {
    words.set(said);
    state.set(now);
  }
}
