package dev.polylogue.ui.settings;

import dev.polylogue.settings.Settings.Appearance;
import dev.polylogue.settings.SettingsStore;
import dev.polylogue.ui.fx.Work;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Light, dark, or as the system is. FX thread. */
public final class LooksViewModel {
  private final SettingsStore settings;
  private final Work work;
  private final Consumer<Exception> trouble;

  private final ReadOnlyObjectWrapper<Appearance> appearance;

  public LooksViewModel(SettingsStore settings, Work work, Consumer<Exception> trouble) {
    this.settings = settings;
    this.work = work;
    this.trouble = trouble;
    this.appearance = new ReadOnlyObjectWrapper<>(settings.current().appearance());
  }

  // Properties

  public ReadOnlyObjectProperty<Appearance> appearanceProperty() {
    return appearance.getReadOnlyProperty();
  }

  // Commands

  /** Holds at once, and is kept. */
  public void choose(Appearance chosen) {
    appearance.set(chosen);
    work.act(() -> settings.update(current -> current.with(chosen)), () -> {}, trouble);
  }
}
