package dev.polylogue.ui.settings;

import dev.polylogue.conversation.ModelRef;
import dev.polylogue.settings.SettingsStore;
import dev.polylogue.ui.fx.Work;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Who names comparisons: their first words, or a model. FX thread. */
public final class TitlesViewModel {
  private final SettingsStore settings;
  private final Work work;
  private final Consumer<Exception> trouble;

  private final ReadOnlyObjectWrapper<@Nullable ModelRef> chosen;

  public TitlesViewModel(SettingsStore settings, Work work, Consumer<Exception> trouble) {
    this.settings = settings;
    this.work = work;
    this.trouble = trouble;
    this.chosen = new ReadOnlyObjectWrapper<>(settings.current().titles());
  }

  /** The model, or null for the first words. */
  public ReadOnlyObjectProperty<@Nullable ModelRef> chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  /** Holds from the next comparison on, and is kept. */
  public void choose(@Nullable ModelRef model) {
    chosen.set(model);
    work.act(() -> settings.update(current -> current.withTitlesOf(model)), () -> {}, trouble);
  }
}
