package dev.polylogue.ui.settings;

import dev.polylogue.conversation.Protocol;
import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.ui.kit.Texts;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What was typed into the form, and what is wrong with it. Immutable. */
record ProviderInput(Protocol protocol, String name, String address) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]*");
  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

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

  static Optional<String> problemWithVariable(String variable, Texts texts) {
    return variable.isEmpty() || VARIABLE.matcher(variable).matches()
        ? Optional.empty()
        : Optional.of(texts.get("settings.error.variable"));
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

  ProviderSettings settings(String variable, Map<String, String> options) {
    return new ProviderSettings(
        name,
        protocol,
        uri(address).orElseThrow(),
        variable.isEmpty() ? null : variable,
        Map.of(),
        options);
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
