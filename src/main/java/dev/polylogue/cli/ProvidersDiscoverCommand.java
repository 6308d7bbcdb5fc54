package dev.polylogue.cli;

import dev.polylogue.session.LocalServers;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code polylogue providers discover}: model servers on this computer. */
@Command(
    name = "discover",
    mixinStandardHelpOptions = true,
    description = "Looks for model servers at their usual ports on this computer.")
final class ProvidersDiscoverCommand implements Callable<Integer> {
  private final Console console;

  ProvidersDiscoverCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    try (Services services = console.open()) {
      var found = services.localServers().find();
      for (LocalServers.Found server : found) {
        boolean added =
            services.providers().all().stream()
                .anyMatch(known -> known.origin().equals(server.settings().origin()));
        if (console.json()) {
          console.print(json(server, added));
        } else {
          say(server, added);
        }
      }
      if (found.isEmpty() && !console.json()) {
        console.line("No model server answers on this computer.");
      }
    }
    return 0;
  }

  private void say(LocalServers.Found server, boolean added) {
    String id = server.preset().id();
    console.line(
        "%s answers at %s with %d model(s). %s"
            .formatted(
                server.preset().name(),
                server.settings().baseUrl(),
                server.models().size(),
                added
                    ? "It is added already."
                    : "Add it with: polylogue providers add %s --preset %s".formatted(id, id)));
    server.models().forEach(card -> console.line("  " + Plain.text(card.ref().model())));
  }

  private static ObjectNode json(LocalServers.Found server, boolean added) {
    ObjectNode node =
        Jsons.object()
            .put("preset", server.preset().id())
            .put("name", server.preset().name())
            .put("baseUrl", server.settings().baseUrl().toString())
            .put("added", added);
    ArrayNode models = node.putArray("models");
    server.models().forEach(card -> models.add(card.ref().model()));
    return node;
  }
}
