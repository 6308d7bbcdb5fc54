package dev.polylogue.ui.shell;

import dev.polylogue.settings.Settings;
import dev.polylogue.settings.SettingsStore;
import dev.polylogue.ui.chat.ChatViewModel;
import dev.polylogue.ui.chat.PaneViewModel;
import dev.polylogue.ui.fx.Work;
import dev.polylogue.ui.inspector.InspectorViewModel;
import dev.polylogue.ui.inspector.Subject;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.collections.ListChangeListener;
import org.jspecify.annotations.Nullable;

/** Keeps the inspector on the reply of the current pane, and remembers how it stands. */
final class InspectorDesk {
  private final InspectorViewModel inspector;
  private final SettingsStore settings;
  private final Work inOrder;
  private final Consumer<Exception> trouble;
  private final InvalidationListener changed = observable -> look();
  private final ListChangeListener<Object> turnsChanged = change -> look();
  private @Nullable PaneViewModel watched;

  /**
   * @param inOrder one piece after another, for what is remembered
   */
  InspectorDesk(
      ChatViewModel chat,
      InspectorViewModel inspector,
      SettingsStore settings,
      Work inOrder,
      Consumer<Exception> trouble) {
    this.inspector = inspector;
    this.settings = settings;
    this.inOrder = inOrder;
    this.trouble = trouble;
    Settings.Inspector remembered = settings.current().window().inspector();
    inspector.resize(remembered.width());
    inspector.openProperty().set(remembered.open());
    inspector.openProperty().bindBidirectional(chat.inspectingProperty());
    chat.inspectingProperty().set(remembered.open());
    inspector.openProperty().addListener((property, before, now) -> opened());
    chat.currentProperty().addListener((property, before, now) -> watch(now));
    watch(chat.currentProperty().get());
  }

  private void opened() {
    look();
    remember();
  }

  private void watch(@Nullable PaneViewModel pane) {
    PaneViewModel before = watched;
    if (before != null) {
      before.modelProperty().removeListener(changed);
      before.disguiseProperty().removeListener(changed);
      before.parametersProperty().removeListener(changed);
      before.busyProperty().removeListener(changed);
      before.inspectedProperty().removeListener(changed);
      before.turns().removeListener(turnsChanged);
    }
    watched = pane;
    if (pane != null) {
      pane.modelProperty().addListener(changed);
      pane.disguiseProperty().addListener(changed);
      pane.parametersProperty().addListener(changed);
      pane.busyProperty().addListener(changed);
      pane.inspectedProperty().addListener(changed);
      pane.turns().addListener(turnsChanged);
    }
    look();
  }

  /** Nothing is worked out while nobody looks. */
  private void look() {
    PaneViewModel pane = watched;
    if (!inspector.openProperty().get()) {
      return;
    }
    if (pane != null && pane.maskedProperty().get()) {
      inspector.conceal();
      return;
    }
    inspector.show(
        pane == null
            ? null
            : new Subject(
                pane.model(),
                pane.parametersProperty().get(),
                pane.inspected(),
                pane.busyProperty().get()));
  }

  /** Keeps how the inspector stands for the next start. */
  void remember() {
    Settings.Inspector now =
        new Settings.Inspector(inspector.openProperty().get(), inspector.widthProperty().get());
    inOrder.act(
        () -> {
          if (!now.equals(settings.current().window().inspector())) {
            settings.update(current -> current.with(current.window().with(now)));
          }
        },
        () -> {},
        trouble);
  }
}
