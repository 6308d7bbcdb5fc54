package dev.polylogue.ui.shell;

import dev.polylogue.conversation.EditSession;
import dev.polylogue.session.Order;
import dev.polylogue.settings.SettingsStore;
import dev.polylogue.ui.fx.Work;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Goes back to the photo that was looked at when the program ended last. FX thread. */
final class LatestPhoto {
  private final Desk desk;
  private final SettingsStore settings;
  private final Order order;
  private final Work inOrder;

  /** From now on it follows what is looked at. */
  LatestPhoto(Desk desk, Services services, Work inOrder) {
    this.desk = desk;
    this.settings = services.settings();
    this.order = services.order();
    this.inOrder = inOrder;
    desk.shell().pageProperty().addListener((property, before, now) -> remember());
    desk.photos().photo().sessionProperty().addListener((property, before, now) -> remember());
  }

  /** To the Images workspace, unless the program was left elsewhere or the photo is gone. */
  void bringBack() {
    UUID latest = settings.current().window().photo();
    if (latest != null) {
      inOrder.run(
          () -> order.isListed(latest),
          listed -> {
            if (listed) {
              desk.photos().show(latest, null);
              // An empty workspace would be seen before it is open.
              inOrder.act(() -> {}, this::turn, desk::report);
            }
          },
          desk::report);
    }
  }

  private void turn() {
    desk.shell().pageProperty().set(ShellViewModel.Page.IMAGES);
  }

  private void remember() {
    EditSession open = desk.photos().photo().sessionProperty().get();
    switch (desk.shell().pageProperty().get()) {
      case CHAT -> keep(null);
      case IMAGES -> {
        if (open != null) {
          keep(open.id());
        }
      }
      case INSIGHTS, SETTINGS -> {}
    }
  }

  private void keep(@Nullable UUID photo) {
    if (desk.rescue().refusal().isEmpty()) {
      inOrder.act(
          () -> {
            if (!Objects.equals(photo, settings.current().window().photo())) {
              settings.update(all -> all.with(all.window().withPhoto(photo)));
            }
          },
          () -> {},
          desk::report);
    }
  }
}
