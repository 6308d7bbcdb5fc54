package dev.polylogue.ui.settings;

import dev.polylogue.conversation.KeyPlace;
import dev.polylogue.conversation.Protocol;
import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.provider.azure.Route;
import dev.polylogue.settings.Preset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A provider on Azure as the form describes it, before its route is known. Immutable.
 *
 * @param presets of which the one that speaks a route's protocol lends its options
 * @param chosen the preset of the form
 * @param typed the options of the form, which began as those of the chosen preset
 */
record AzureDraft(
    List<Preset> presets, Preset chosen, String name, KeyPlace key, Map<String, String> typed) {

  static boolean isAzure(Map<String, String> options) {
    return "azure".equals(options.get("catalog"));
  }

  /** The provider as it would be by this route; what the user changed of the options holds. */
  ProviderSettings on(Route route) {
    Preset preset = speaking(route.protocol()).in(route.protocol());
    Map<String, String> options = new LinkedHashMap<>(preset.options());
    chosen.options().keySet().stream()
        .filter(option -> !typed.containsKey(option))
        .forEach(options::remove);
    typed.forEach(
        (option, value) -> {
          if (!value.equals(chosen.options().get(option))) {
            options.put(option, value);
          }
        });
    ProviderSettings made = preset.settings(name, route.baseUrl(), null).with(key);
    return route.on(made.at(route.protocol(), route.baseUrl(), options));
  }

  private Preset speaking(Protocol protocol) {
    return speaks(chosen, protocol)
        ? chosen
        : presets.stream()
            .filter(preset -> isAzure(preset.options()) && speaks(preset, protocol))
            .findFirst()
            .orElse(chosen);
  }

  private static boolean speaks(Preset preset, Protocol protocol) {
    return preset.wires().stream().anyMatch(wire -> wire.protocol() == protocol);
  }
}
