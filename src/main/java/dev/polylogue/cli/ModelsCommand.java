package dev.polylogue.cli;

import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.provider.ModelCard;
import dev.polylogue.provider.ProviderException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code polylogue models}: what can be named with {@code -m}. */
@Command(
    name = "models",
    mixinStandardHelpOptions = true,
    description = "What can be named with -m, as the providers list it.")
final class ModelsCommand implements Callable<Integer> {
  @Option(names = "--provider", paramLabel = "ID", description = "Only this provider.")
  private @Nullable String provider;

  private final Console console;

  ModelsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    try (Services services = console.open()) {
      List<String> asked =
          services.providers().all().stream()
              .map(ProviderSettings::id)
              .filter(id -> provider == null || id.equals(provider))
              .toList();
      if (asked.isEmpty()) {
        throw new IllegalArgumentException("There is no provider \"%s\".".formatted(provider));
      }
      boolean whole = true;
      for (String id : asked) {
        whole &= list(services, id);
      }
      return whole ? 0 : 1;
    }
  }

  private boolean list(Services services, String id) {
    try {
      services.providers().models(id).forEach(this::print);
      return true;
    } catch (ProviderException e) {
      console.complain(
          "%s: %s: %s".formatted(id, e.failure().kind().word(), Plain.text(e.failure().message())));
      return false;
    }
  }

  private void print(ModelCard card) {
    if (console.json()) {
      console.print(
          Jsons.object()
              .put("model", card.ref().toString())
              .put("provider", card.ref().provider())
              .put("name", card.displayName()));
    } else {
      console.line(Plain.text(card.ref().toString()));
    }
  }
}
