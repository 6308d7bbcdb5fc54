package dev.polylogue.ui.shell;

import dev.polylogue.session.Compare;
import dev.polylogue.session.Comparisons;
import dev.polylogue.session.Providers;
import dev.polylogue.settings.Preset;
import dev.polylogue.settings.SettingsStore;
import java.nio.file.Path;
import java.util.List;

/**
 * What the window works with.
 *
 * @param presets providers that can be added with a choice
 * @param home the data folder
 */
public record Services(
    Comparisons comparisons,
    Compare compare,
    Providers providers,
    SettingsStore settings,
    List<Preset> presets,
    Path home) {}
