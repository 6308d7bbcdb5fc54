package dev.polylogue.cli;

import dev.polylogue.provider.ProviderException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/** {@code polylogue providers test}: asks for the list of models, which costs nothing. */
@Command(
    name = "test",
    mixinStandardHelpOptions = true,
    description = "Makes one cheap call and says what is wrong.")
final class ProvidersTestCommand implements Callable<Integer> {
  @Parameters(paramLabel = "ID")
  private String id = "";

  private final Console console;

  ProvidersTestCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    try (Services services = console.open()) {
      if (services.providers().find(id).isEmpty()) {
        throw new IllegalArgumentException("There is no provider \"%s\".".formatted(id));
      }
      try {
        report(services.providers().listed(id).size());
        return 0;
      } catch (ProviderException e) {
        report(e);
        return 1;
      }
    }
  }

  private void report(int models) {
    if (console.json()) {
      ObjectNode node = Jsons.object().put("id", id).put("ok", true).put("models", models);
      console.print(node.putNull("error"));
    } else {
      console.line("%s works and lists %d model(s).".formatted(id, models));
    }
  }

  private void report(ProviderException e) {
    if (console.json()) {
      ObjectNode node = Jsons.object().put("id", id).put("ok", false).putNull("models");
      Jsons.error(node, e.failure());
      console.print(node);
    } else {
      console.line(
          "%s: %s".formatted(e.failure().kind().word(), Plain.text(e.failure().message())));
    }
  }
}
