package dev.polylogue.cli;

import dev.polylogue.conversation.KeyPlace;
import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.session.ProviderKeys;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code polylogue providers key}: another key, or the same in another place. */
@Command(
    name = "key",
    mixinStandardHelpOptions = true,
    description = {
      "Changes the key of a provider, or where it is kept.",
      "--key-stdin replaces it; --key-store alone moves it; --key-env reads it from a variable from now on."
    })
final class ProvidersKeyCommand implements Callable<Integer> {
  @Parameters(paramLabel = "ID")
  private String id = "";

  @Mixin private final KeyOptions key = new KeyOptions();

  private final Console console;

  ProvidersKeyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    key.check();
    if (!key.fromInput() && !key.namesStore() && key.variable() == null) {
      throw new IllegalArgumentException(
          "Name --key-stdin for another key, --key-store keychain|file to move it, or --key-env VAR.");
    }
    try (Services services = console.open()) {
      ProviderSettings provider = changeable(services);
      KeyPlace place = place(provider);
      key.warn(console, services, place);
      ProviderKeys keys = services.providers().keys();
      Optional<String> remark =
          KeyOptions.orOtherWays(
              () ->
                  key.fromInput() ? keys.change(id, place, console.read()) : keys.move(id, place));
      console.line("%s: %s".formatted(id, ProvidersListCommand.keyWords(place)));
      remark.ifPresent(console::complain);
    }
    return 0;
  }

  private ProviderSettings changeable(Services services) {
    return services.providers().all().stream()
        .skip(1)
        .filter(provider -> provider.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no provider \"%s\" whose key could be changed.".formatted(id)));
  }

  private KeyPlace place(ProviderSettings provider) {
    String variable = key.variable();
    if (variable != null) {
      return KeyPlace.variable(variable);
    }
    boolean stays = !key.namesStore() && provider.key().equals(KeyPlace.FILE);
    return stays ? KeyPlace.FILE : key.place();
  }
}
