package dev.polylogue.ui.chat;

import dev.polylogue.settings.Settings.Layout;
import dev.polylogue.settings.SettingsStore;
import dev.polylogue.ui.fx.Work;
import dev.polylogue.ui.layout.Proportions;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * How the panes stand. The layout is kept for the next start; what was made wider or taller holds
 * for the window, for each number of panes, until it is closed. FX thread.
 */
public final class ArrangementViewModel {
  private final SettingsStore settings;
  private final Work work;
  private final Consumer<Exception> trouble;

  private final ReadOnlyObjectWrapper<Layout> layout;
  private final ReadOnlyObjectWrapper<Proportions> proportions =
      new ReadOnlyObjectWrapper<>(Proportions.EVEN);

  public ArrangementViewModel(SettingsStore settings, Work work, Consumer<Exception> trouble) {
    this.settings = settings;
    this.work = work;
    this.trouble = trouble;
    this.layout = new ReadOnlyObjectWrapper<>(settings.current().window().layout());
  }

  // Properties

  public ReadOnlyObjectProperty<Layout> layoutProperty() {
    return layout.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Proportions> proportionsProperty() {
    return proportions.getReadOnlyProperty();
  }

  // Commands

  /** Holds at once, and is kept. */
  public void choose(Layout chosen) {
    if (chosen != layout.get()) {
      layout.set(chosen);
      work.act(
          () -> settings.update(current -> current.with(current.window().with(chosen))),
          () -> {},
          trouble);
    }
  }

  public void resize(Proportions changed) {
    proportions.set(changed);
  }
}
