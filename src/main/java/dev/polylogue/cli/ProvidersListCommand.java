package dev.polylogue.cli;

import dev.polylogue.conversation.ProviderSettings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import tools.jackson.databind.node.ObjectNode;

/** {@code polylogue providers list}. Shows names of headers and variables, never what they hold. */
@Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the providers.")
final class ProvidersListCommand implements Callable<Integer> {
  private final Console console;

  ProvidersListCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    try (Services services = console.open()) {
      for (ProviderSettings provider : services.providers().all()) {
        if (console.json()) {
          console.print(json(provider));
        } else {
          String key = provider.keyVariable() == null ? "" : "  key from " + provider.keyVariable();
          console.line(
              "%-16s %-16s %s%s"
                  .formatted(provider.id(), provider.protocol().word(), provider.baseUrl(), key));
        }
      }
    }
    return 0;
  }

  private static ObjectNode json(ProviderSettings provider) {
    ObjectNode node = Jsons.object().put("id", provider.id());
    node.put("protocol", provider.protocol().word());
    node.put("baseUrl", provider.baseUrl().toString());
    Jsons.text(node, "keyEnv", provider.keyVariable());
    var headers = node.putArray("headers");
    provider.headers().keySet().stream().sorted().forEach(headers::add);
    ObjectNode options = node.putObject("options");
    provider.options().forEach(options::put);
    return node;
  }
}
