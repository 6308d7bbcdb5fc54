package dev.polylogue.ui.shell;

import dev.polylogue.ui.fx.Work;
import dev.polylogue.ui.kit.Texts;
import dev.polylogue.ui.settings.AddProviderViewModel;
import dev.polylogue.ui.settings.HealthViewModel;
import dev.polylogue.ui.settings.LocalServersViewModel;
import dev.polylogue.ui.settings.LooksViewModel;
import dev.polylogue.ui.settings.ProvidersViewModel;
import dev.polylogue.ui.settings.Setup;
import dev.polylogue.ui.settings.TitlesViewModel;
import java.util.function.Consumer;

/** The view models of the settings page. */
public record SettingsDesk(
    LooksViewModel looks,
    TitlesViewModel titles,
    ProvidersViewModel providers,
    AddProviderViewModel adding,
    LocalServersViewModel servers,
    HealthViewModel health) {

  /**
   * @param replacing puts another history in the place of this one
   */
  SettingsDesk(
      Services services,
      Work work,
      Work inOrder,
      Texts texts,
      HealthViewModel.Replacing replacing,
      Consumer<Exception> trouble) {
    Setup setup = services.setup();
    ProvidersViewModel lines =
        new ProvidersViewModel(setup.doctor(), services.providers(), work, texts, trouble);
    this(
        new LooksViewModel(services.settings(), inOrder, trouble),
        new TitlesViewModel(services.settings(), inOrder, trouble),
        lines,
        new AddProviderViewModel(setup, services.providers(), work, texts, lines::show),
        new LocalServersViewModel(
            setup.localServers(), services.providers(), work, texts, lines::show, trouble),
        new HealthViewModel(services.care(), work, texts, replacing, trouble));
  }
}
