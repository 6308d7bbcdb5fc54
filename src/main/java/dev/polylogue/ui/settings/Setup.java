package dev.polylogue.ui.settings;

import dev.polylogue.session.AzureDoctor;
import dev.polylogue.session.LocalServers;
import dev.polylogue.settings.Preset;
import dev.polylogue.settings.RetiredService;
import java.util.List;

/**
 * What helps to set up a provider.
 *
 * @param presets providers that can be added with a choice
 * @param retired services that people still look for among them
 */
public record Setup(
    List<Preset> presets,
    List<RetiredService> retired,
    AzureDoctor doctor,
    LocalServers localServers) {
  public Setup {
    presets = List.copyOf(presets);
    retired = List.copyOf(retired);
  }
}
