package dev.polylogue.ui.shell;

import dev.polylogue.settings.SettingsStore;
import dev.polylogue.ui.chat.FindViewModel;
import dev.polylogue.ui.fx.Work;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** How the panes are read: what is looked for in them, and whether they scroll in step. */
public final class ReadingDesk {
  private final FindViewModel find;
  private final SettingsStore settings;
  private final Work inOrder;
  private final Consumer<Exception> trouble;
  private final BooleanProperty inStep = new SimpleBooleanProperty();

  ReadingDesk(
      FindViewModel find, SettingsStore settings, Work inOrder, Consumer<Exception> trouble) {
    this.find = find;
    this.settings = settings;
    this.inOrder = inOrder;
    this.trouble = trouble;
    inStep.set(settings.current().window().inStep());
  }

  public FindViewModel find() {
    return find;
  }

  /** Whether the panes scroll together, turn by turn. */
  BooleanProperty inStepProperty() {
    return inStep;
  }

  /** Remembered for the next start. */
  void toggleInStep() {
    boolean now = !inStep.get();
    inStep.set(now);
    inOrder.act(
        () -> settings.update(current -> current.with(current.window().withInStep(now))),
        () -> {},
        trouble);
  }
}
