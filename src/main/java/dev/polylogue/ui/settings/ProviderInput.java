package dev.polylogue.ui.settings;

import dev.polylogue.conversation.KeyPlace;
import dev.polylogue.conversation.Protocol;
import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.settings.Preset;
import dev.polylogue.ui.kit.Texts;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was typed into the form, and what is wrong with it. Immutable. */
record ProviderInput(Protocol protocol, String name, String address) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]*");

  Optional<String> problemWithName(Texts texts) {
    return NAME.matcher(name).matches()
        ? Optional.empty()
        : Optional.of(texts.get("settings.error.name"));
  }

  Optional<String> problemWithAddress(Texts texts) {
    return uri(address).isPresent()
        ? Optional.empty()
        : Optional.of(texts.get("settings.error.address"));
  }

  static Optional<String> problemWithOptions(String options, Texts texts) {
    return options
        .lines()
        .filter(line -> !line.isBlank() && line.strip().indexOf('=') < 1)
        .findFirst()
        .map(line -> texts.get("settings.error.option", line.strip()));
  }

  /** One {@code name=value} a line. */
  static Map<String, String> options(String typed) {
    Map<String, String> options = new LinkedHashMap<>();
    typed
        .lines()
        .filter(line -> !line.isBlank())
        .forEach(
            line -> {
              int equals = line.indexOf('=');
              options.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
            });
    return options;
  }

  static String lines(Map<String, String> options) {
    return options.entrySet().stream()
        .map(option -> option.getKey() + "=" + option.getValue())
        .sorted()
        .collect(Collectors.joining("\n"));
  }

  /**
   * The provider; options are those typed, which the form fills from the preset.
   *
   * @param preset lends what is not typed, such as headers; null for a provider set up by hand
   */
  ProviderSettings settings(@Nullable Preset preset, KeyPlace key, Map<String, String> options) {
    URI at = uri(address).orElseThrow();
    return preset == null
        ? new ProviderSettings(name, protocol, at, key, Map.of(), options)
        : preset.in(protocol).settings(name, at, null).with(key).at(protocol, at, options);
  }

  private static Optional<URI> uri(String text) {
    try {
      URI uri = new URI(text);
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      boolean web = scheme.equals("https") || scheme.equals("http");
      return web && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
