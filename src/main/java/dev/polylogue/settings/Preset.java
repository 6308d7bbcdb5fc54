package dev.polylogue.settings;

import dev.polylogue.conversation.KeyPlace;
import dev.polylogue.conversation.Protocol;
import dev.polylogue.conversation.ProviderSettings;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A provider that many people use, so that nobody has to look up its address.
 *
 * @param id such as {@code xai}; also what a provider made of it is usually called
 * @param name as its owner writes it
 * @param baseUrl null where everybody has an own one
 * @param key where to find a key
 * @param wires how it is spoken to, the best way first; never empty
 */
public record Preset(
    String id,
    String name,
    @Nullable URI baseUrl,
    Key key,
    List<Wire> wires,
    Map<String, String> headers) {

  /**
   * How to come by a key.
   *
   * @param variable the environment variable it is usually kept in, or null when none is needed
   * @param note a sentence that says where to get it, or what address to give
   */
  public record Key(@Nullable String variable, String note) {}

  /**
   * A protocol that the provider speaks.
   *
   * @param options quirks of the provider in it as data, see {@link ProviderSettings#options}
   */
  public record Wire(Protocol protocol, Map<String, String> options) {
    public Wire {
      options = Map.copyOf(options);
    }
  }

  public Preset {
    wires = List.copyOf(wires);
    headers = Map.copyOf(headers);
  }

  /** The protocol it speaks best. */
  public Protocol protocol() {
    return wires.getFirst().protocol();
  }

  /** The options of {@link #protocol}. */
  public Map<String, String> options() {
    return wires.getFirst().options();
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
   * The same in another protocol. Where nothing is known of the provider in it, only what holds in
   * any protocol stays: the key's header and the rows of the catalogue.
   */
  public Preset in(Protocol protocol) {
    Wire found =
        wires.stream()
            .filter(wire -> wire.protocol() == protocol)
            .findFirst()
            .orElseGet(() -> new Wire(protocol, general()));
    return new Preset(id, name, baseUrl, key, List.of(found), headers);
  }

  private Map<String, String> general() {
    Map<String, String> kept = new LinkedHashMap<>(options());
    kept.keySet().retainAll(List.of("key-header", "catalog", "api-version", "idle-seconds"));
    return kept;
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
   * The same with headers and options that win over those of the preset.
   *
   * @throws IllegalArgumentException with a sentence for the user when an address is missing
   */
  public ProviderSettings settings(
      String id,
      @Nullable URI address,
      @Nullable String variable,
      Map<String, String> moreHeaders,
      Map<String, String> moreOptions) {
    URI used = address != null ? address : baseUrl;
    if (used == null) {
      throw new IllegalArgumentException(
          "%s has no address that fits everybody. Give yours: %s".formatted(name, note()));
    }
    String named = variable != null ? variable : keyVariable();
    return new ProviderSettings(
        id,
        protocol(),
        used,
        named == null ? KeyPlace.NONE : KeyPlace.variable(named),
        joined(headers, moreHeaders),
        joined(options(), moreOptions));
  }

  private static Map<String, String> joined(Map<String, String> usual, Map<String, String> more) {
    Map<String, String> all = new LinkedHashMap<>(usual);
    all.putAll(more);
    return all;
  }
}
