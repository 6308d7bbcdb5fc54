package dev.polylogue.ui.shell;

import dev.polylogue.settings.SettingsStore;
import dev.polylogue.ui.chat.ChatViewModel;
import dev.polylogue.ui.chat.PaneViewModel;
import dev.polylogue.ui.fx.Work;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Brings back the pane that was the current one when the window closed last. FX thread. */
final class LatestPane {
  private final ChatViewModel chat;
  private final SettingsStore settings;
  private final Work inOrder;
  private final Consumer<Exception> trouble;
  private @Nullable UUID wanted;

  LatestPane(
      ChatViewModel chat, SettingsStore settings, Work inOrder, Consumer<Exception> trouble) {
    this.chat = chat;
    this.settings = settings;
    this.inOrder = inOrder;
    this.trouble = trouble;
    wanted = settings.current().window().pane();
    chat.openedProperty().addListener(opened -> bringBack());
  }

  /** Once: in the comparison that the start brings back. Panes in disguise are left as they are. */
  private void bringBack() {
    UUID latest = wanted;
    wanted = null;
    if (latest != null && !chat.fixedProperty().get()) {
      chat.panes().stream()
          .filter(pane -> pane.id().equals(latest))
          .findFirst()
          .ifPresent(chat::focus);
    }
  }

  /** For the next start. */
  void remember() {
    PaneViewModel current = chat.currentProperty().get();
    UUID now = current == null ? null : current.id();
    inOrder.act(
        () -> {
          if (!Objects.equals(now, settings.current().window().pane())) {
            settings.update(all -> all.with(all.window().withPane(now)));
          }
        },
        () -> {},
        trouble);
  }
}
