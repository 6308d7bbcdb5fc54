package dev.polylogue.cli;

import dev.polylogue.conversation.Protocol;
import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.settings.Preset;
import dev.polylogue.settings.Presets;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code polylogue providers add}. */
@Command(
    name = "add",
    mixinStandardHelpOptions = true,
    description = "Adds a provider, or replaces the one of that name.")
final class ProvidersAddCommand implements Callable<Integer> {
  @Parameters(paramLabel = "ID", description = "Its name, the first half of provider/model.")
  private String id = "";

  @Option(names = "--preset", paramLabel = "NAME", description = "A provider that is known here.")
  private @Nullable String preset;

  @Option(
      names = "--protocol",
      paramLabel = "NAME",
      description = "openai-chat, openai-responses, anthropic or gemini.")
  private @Nullable String protocol;

  @Option(names = "--base-url", paramLabel = "URL", description = "Where it answers.")
  private @Nullable String baseUrl;

  @Option(
      names = "--key-env",
      paramLabel = "VAR",
      description = "The environment variable that holds the key; read at each use.")
  private @Nullable String keyVariable;

  @Option(names = "--key-stdin", description = "Not in this version.")
  private boolean keyFromInput;

  @Option(names = "--header", paramLabel = "NAME=VALUE", description = "Sent with each request.")
  private Map<String, String> headers = new LinkedHashMap<>();

  @Option(
      names = "--option",
      paramLabel = "NAME=VALUE",
      description = "A quirk of the provider, such as api-version=2024-10-21.")
  private Map<String, String> options = new LinkedHashMap<>();

  private final Console console;

  ProvidersAddCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    if (keyFromInput) {
      throw new IllegalArgumentException(
          "The keychain is not in this version yet. Put the key into an environment variable and name it with --key-env VAR.");
    }
    if (!id.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
      throw new IllegalArgumentException(
          "A provider's name is made of letters, digits, dots and hyphens; got \"%s\"."
              .formatted(id));
    }
    ProviderSettings added = preset == null ? described() : fromPreset(preset);
    try (Services services = console.open()) {
      services.providers().add(added);
    }
    console.line("Added %s: %s at %s".formatted(id, added.protocol().word(), added.baseUrl()));
    return 0;
  }

  private ProviderSettings described() {
    if (protocol == null || baseUrl == null) {
      throw new IllegalArgumentException(
          "Name a --preset, or both --protocol and --base-url. Presets: %s."
              .formatted(presetNames()));
    }
    return new ProviderSettings(
        id, spoken(protocol), address(baseUrl), keyVariable, headers, options);
  }

  private ProviderSettings fromPreset(String name) {
    Preset known =
        Presets.load().stream()
            .filter(candidate -> candidate.id().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "There is no preset \"%s\". Presets: %s.".formatted(name, presetNames())));
    URI address = baseUrl == null ? null : address(baseUrl);
    return known.settings(id, address, keyVariable, headers, options);
  }

  private static Protocol spoken(String word) {
    return Protocol.named(word)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no protocol \"%s\". Protocols: %s."
                        .formatted(
                            word,
                            Arrays.stream(Protocol.values())
                                .map(Protocol::word)
                                .collect(Collectors.joining(", ")))));
  }

  private static URI address(String text) {
    try {
      return URI.create(text.strip());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "\"%s\" is not a web address; it should look like https://api.x.ai/v1.".formatted(text),
          e);
    }
  }

  private static String presetNames() {
    return Presets.load().stream().map(Preset::id).collect(Collectors.joining(", "));
  }
}
