package dev.polylogue.ui.shell;

import dev.polylogue.ui.fx.Work;
import dev.polylogue.ui.kit.Texts;
import dev.polylogue.ui.settings.AddProviderViewModel;
import dev.polylogue.ui.settings.LooksViewModel;
import dev.polylogue.ui.settings.ProvidersViewModel;
import java.util.function.Consumer;

/** The view models of the settings page. */
public record SettingsDesk(
    LooksViewModel looks, ProvidersViewModel providers, AddProviderViewModel adding) {

  SettingsDesk(
      Services services, Work work, Work inOrder, Texts texts, Consumer<Exception> trouble) {
    ProvidersViewModel lines = new ProvidersViewModel(services.providers(), work, texts, trouble);
    this(
        new LooksViewModel(services.settings(), inOrder, trouble),
        lines,
        new AddProviderViewModel(
            services.presets(), services.providers(), inOrder, texts, lines::refresh));
  }
}
