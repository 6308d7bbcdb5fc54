package dev.polylogue.settings;

import dev.polylogue.conversation.Protocol;
import dev.polylogue.conversation.ProviderSettings;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A provider that many people use, so that nobody has to look up its address.
 *
 * @param id such as {@code xai}; also what a provider made of it is usually called
 * @param name as its owner writes it
 * @param baseUrl null where everybody has an own one
 * @param key where to find a key
 * @param options quirks of the provider as data, see {@link ProviderSettings#options}
 */
public record Preset(
    String id,
    String name,
    Protocol protocol,
    @Nullable URI baseUrl,
    Key key,
    Map<String, String> options) {

  /**
   * How to come by a key.
   *
   * @param variable the environment variable it is usually kept in, or null when none is needed
   * @param note a sentence that says where to get it, or what address to give
   */
  public record Key(@Nullable String variable, String note) {}

  public Preset {
    options = Map.copyOf(options);
  }

  public @Nullable String keyVariable() {
    return key.variable();
  }

  public String note() {
    return key.note();
  }

  /** Whether an address has to be given to {@link #settings}. */
  public boolean needsBaseUrl() {
    return baseUrl == null;
  }

  /**
   * A provider made of this preset.
   *
   * @param id what it is to be called
   * @param address in place of the preset's own, or null to keep that
   * @param variable in place of the usual environment variable, or null to keep that
   * @throws IllegalArgumentException with a sentence for the user when an address is missing
   */
  public ProviderSettings settings(String id, @Nullable URI address, @Nullable String variable) {
    return settings(id, address, variable, Map.of(), Map.of());
  }

  /**
   * The same with headers, and with options that win over those of the preset.
   *
   * @throws IllegalArgumentException with a sentence for the user when an address is missing
   */
  public ProviderSettings settings(
      String id,
      @Nullable URI address,
      @Nullable String variable,
      Map<String, String> headers,
      Map<String, String> more) {
    URI used = address != null ? address : baseUrl;
    if (used == null) {
      throw new IllegalArgumentException(
          "%s has no address that fits everybody. Give yours: %s".formatted(name, note()));
    }
    Map<String, String> all = new LinkedHashMap<>(options);
    all.putAll(more);
    return new ProviderSettings(
        id, protocol, used, variable != null ? variable : keyVariable(), headers, all);
  }
}
