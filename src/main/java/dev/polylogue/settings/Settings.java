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
    List<ProviderSettings> providers,
    Appearance appearance,
    @Nullable UUID lastComparison,
    Network network,
    Inspector inspector) {

  /**
   * How the network is reached; holds from the next start on.
   *
   * @param proxy {@code system}, {@code none}, or {@code http://host:port}; a name and password for
   *     it are taken from the environment only
   */
  public record Network(String proxy) {
    public static final Network DEFAULT = new Network("system");
  }

  /** Light, dark, or as the system is. */
  public enum Appearance {
    SYSTEM,
    LIGHT,
    DARK
  }

  /**
   * The inspector beside the panes.
   *
   * @param width in pixels
   */
  public record Inspector(boolean open, int width) {
    public static final Inspector CLOSED = new Inspector(false, 400);
  }

  public static final Settings DEFAULT = new Settings(List.of(), Appearance.SYSTEM, null);

  /** With network and inspector as they are at first. */
  public Settings(
      List<ProviderSettings> providers, Appearance appearance, @Nullable UUID lastComparison) {
    this(providers, appearance, lastComparison, Network.DEFAULT, Inspector.CLOSED);
  }

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
    return new Settings(changed, appearance, lastComparison, network, inspector);
  }

  public Settings without(String provider) {
    List<ProviderSettings> left =
        providers.stream().filter(known -> !known.id().equals(provider)).toList();
    return new Settings(left, appearance, lastComparison, network, inspector);
  }

  public Settings with(Appearance changed) {
    return new Settings(providers, changed, lastComparison, network, inspector);
  }

  public Settings with(Network changed) {
    return new Settings(providers, appearance, lastComparison, changed, inspector);
  }

  public Settings with(Inspector changed) {
    return new Settings(providers, appearance, lastComparison, network, changed);
  }

  public Settings withLast(@Nullable UUID comparison) {
    return new Settings(providers, appearance, comparison, network, inspector);
  }
}
