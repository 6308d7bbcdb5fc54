package dev.polylogue.ui.settings;

import dev.polylogue.settings.Preset;
import dev.polylogue.settings.RetiredService;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the list from which a new provider is chosen. At most one of the two is there.
 *
 * @param preset what the form is filled from
 * @param retired a service that is gone: its note is shown, and nothing can be added
 */
public record PresetChoice(@Nullable Preset preset, @Nullable RetiredService retired) {
  /** A provider whose address is typed. */
  public static final PresetChoice BY_HAND = new PresetChoice(null, null);

  static PresetChoice of(@Nullable Preset preset) {
    return preset == null ? BY_HAND : new PresetChoice(preset, null);
  }

  static List<PresetChoice> all(Setup setup) {
    List<PresetChoice> all = new ArrayList<>();
    all.add(BY_HAND);
    setup.presets().forEach(preset -> all.add(of(preset)));
    setup.retired().forEach(gone -> all.add(new PresetChoice(null, gone)));
    return List.copyOf(all);
  }
}
