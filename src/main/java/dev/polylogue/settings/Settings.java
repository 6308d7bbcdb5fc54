package dev.polylogue.settings;

import dev.polylogue.conversation.ProviderSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is set for the whole program.
 *
 * @param lastComparison what was open when the window closed, or null
 */
public record Settings(
    List<ProviderSettings> providers, Appearance appearance, @Nullable UUID lastComparison) {

  /** Light, dark, or as the system is. */
  public enum Appearance {
    SYSTEM,
    LIGHT,
    DARK
  }

  public static final Settings DEFAULT = new Settings(List.of(), Appearance.SYSTEM, null);

  public Settings {
    providers = List.copyOf(providers);
  }

  public Settings with(ProviderSettings added) {
    List<ProviderSettings> changed = new ArrayList<>(providers);
    int place = changed.stream().map(ProviderSettings::id).toList().indexOf(added.id());
    if (place < 0) {
      changed.add(added);
    } else {
      changed.set(place, added);
    }
    return new Settings(changed, appearance, lastComparison);
  }

  public Settings without(String provider) {
    List<ProviderSettings> left =
        providers.stream().filter(known -> !known.id().equals(provider)).toList();
    return new Settings(left, appearance, lastComparison);
  }

  public Settings with(Appearance changed) {
    return new Settings(providers, changed, lastComparison);
  }

  public Settings withLast(@Nullable UUID comparison) {
    return new Settings(providers, appearance, comparison);
  }
}
