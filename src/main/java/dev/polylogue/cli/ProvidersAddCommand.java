package dev.polylogue.cli;

import dev.polylogue.conversation.KeyPlace;
import dev.polylogue.conversation.Protocol;
import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.settings.Preset;
import dev.polylogue.settings.Presets;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
      description = "openai-chat, openai-responses, anthropic or gemini; in place of the preset's.")
  private @Nullable String protocol;

  @Option(names = "--base-url", paramLabel = "URL", description = "Where it answers.")
  private @Nullable String baseUrl;

  @Mixin private final KeyOptions key = new KeyOptions();

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
    key.check();
    if (key.namesStore() && !key.fromInput()) {
      throw new IllegalArgumentException(
          "--key-store goes with --key-stdin, which gives the key that is to be kept there.");
    }
    if (!id.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
      throw new IllegalArgumentException(
          "A provider's name is made of letters, digits, dots and hyphens; got \"%s\"."
              .formatted(id));
    }
    ProviderSettings added = preset == null ? described() : fromPreset(preset);
    try (Services services = console.open()) {
      add(services, added);
    }
    if (console.json()) {
      console.print(Jsons.provider(added));
    } else {
      console.line("Added %s: %s at %s".formatted(id, added.protocol().word(), added.baseUrl()));
    }
    return 0;
  }

  /** A key belongs to one origin (T09): at another it has to be given anew. */
  private void tellOfMove(Services services, ProviderSettings added) {
    services
        .providers()
        .find(added.id())
        .filter(before -> before.key().isWritten() && !added.key().isWritten())
        .ifPresent(
            before ->
                console.complain(
                    "The key kept for %s belongs to %s and is not used at %s. Give one for this address: polylogue providers key %s --key-stdin"
                        .formatted(added.id(), before.origin(), added.origin(), added.id())));
  }

  private void add(Services services, ProviderSettings added) throws Exception {
    if (!key.fromInput()) {
      tellOfMove(services, added);
      services.providers().add(added);
      return;
    }
    key.warn(console, services, key.place());
    String typed = console.read();
    Optional<String> remark =
        KeyOptions.orOtherWays(
            () -> services.providers().keys().add(added.with(key.place()), typed));
    remark.ifPresent(console::complain);
  }

  private ProviderSettings described() {
    if (protocol == null || baseUrl == null) {
      throw new IllegalArgumentException(
          "Name a --preset, or both --protocol and --base-url. Presets: %s."
              .formatted(Presets.names()));
    }
    String variable = key.variable();
    KeyPlace place = variable == null ? KeyPlace.NONE : KeyPlace.variable(variable);
    return new ProviderSettings(id, spoken(protocol), address(baseUrl), place, headers, options);
  }

  private ProviderSettings fromPreset(String name) {
    Preset known = Presets.known(name);
    if (protocol != null) {
      known = known.in(spoken(protocol));
    }
    URI address = baseUrl == null ? null : address(baseUrl);
    return known.settings(id, address, key.variable(), headers, options);
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
}
