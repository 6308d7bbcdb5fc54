package dev.polylogue.cli;

import dev.polylogue.conversation.KeyPlace;
import dev.polylogue.conversation.ProviderSettings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code polylogue providers list}. Shows names of headers and variables, never what they hold. */
@Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the providers.")
final class ProvidersListCommand implements Callable<Integer> {
  private final Console console;

  ProvidersListCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    try (Services services = console.openForReading()) {
      for (ProviderSettings provider : services.providers().all()) {
        if (console.json()) {
          console.print(Jsons.provider(provider));
        } else {
          boolean sandbox = provider.equals(services.providers().all().getFirst());
          console.line(
              "%-16s %-16s %s  %s"
                  .formatted(
                      provider.id(),
                      provider.protocol().word(),
                      provider.baseUrl(),
                      sandbox ? "" : keyWords(provider.key()))
                  .stripTrailing());
        }
      }
    }
    return 0;
  }

  /** Where a key is, in words. */
  static String keyWords(KeyPlace place) {
    return switch (place.kind()) {
      case NONE -> "no key";
      case VARIABLE -> "key from " + place.variable();
      case KEYCHAIN -> "key in the keychain";
      case FILE -> "key in the key file, not protected";
      case SESSION -> "key for one run only";
    };
  }
}
