package dev.polylogue.cli;

import dev.polylogue.conversation.Failure;
import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.provider.azure.Route;
import dev.polylogue.session.AzureDoctor;
import dev.polylogue.settings.Presets;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/** {@code polylogue providers doctor}: finds the way to a deployment on Azure. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = {
      "Takes apart an address copied from the Azure portal and lists the routes to a deployment.",
      "With --try it finds the one that works, by one-token calls; with --pin it keeps that one."
    })
final class ProvidersDoctorCommand implements Callable<Integer> {
  private static final String PRESET = "azure";

  @Parameters(paramLabel = "ADDRESS", description = "Whatever the portal shows as an endpoint.")
  private String address = "";

  @Option(
      names = "--deployment",
      paramLabel = "NAME",
      description = "Wins over the name in the address.")
  private @Nullable String deployment;

  @Option(names = "--key-env", paramLabel = "VAR", description = "The variable with the key.")
  private @Nullable String keyVariable;

  @Option(names = "--try", description = "Send one-token calls until a route answers.")
  private boolean trying;

  @Option(names = "--pin", paramLabel = "ID", description = "Keep the route under this provider.")
  private @Nullable String pin;

  private final Console console;

  ProvidersDoctorCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    try (Services services = console.open()) {
      AzureDoctor.Diagnosis diagnosis = services.doctor().look(address, deployment);
      if (!trying && pin == null) {
        diagnosis.routes().forEach(route -> tell(route, "untried", null));
        announce(diagnosis);
        return 0;
      }
      String name = diagnosis.deployment();
      if (name == null) {
        throw new IllegalArgumentException(
            "The address names no deployment. Name it with --deployment NAME.");
      }
      return findAndPin(services, diagnosis, name);
    }
  }

  private void announce(AzureDoctor.Diagnosis diagnosis) {
    if (!console.json()) {
      Set<String> hosts = new TreeSet<>();
      diagnosis.routes().forEach(route -> hosts.add(route.baseUrl().getHost()));
      console.line("");
      console.line(
          "--try sends up to %d one-token calls, with the key, to %s."
              .formatted(diagnosis.routes().size(), String.join(" and ", hosts)));
    }
  }

  private int findAndPin(Services services, AzureDoctor.Diagnosis diagnosis, String name)
      throws Exception {
    announce(diagnosis);
    ProviderSettings like = like(services, diagnosis);
    for (Route route : diagnosis.routes()) {
      AzureDoctor.Finding finding =
          services.doctor().attempt(like, route, name, services.providers().keyOf(route.on(like)));
      tell(route, finding.works() ? "works" : "fails", finding.failure());
      if (finding.works()) {
        keep(services, finding, name);
        return 0;
      }
      if (finding.isKeyRefused()) {
        break;
      }
    }
    console.complain("No route to %s was found.".formatted(name));
    return 1;
  }

  private ProviderSettings like(Services services, AzureDoctor.Diagnosis diagnosis) {
    String id = pin == null ? PRESET : pin;
    return services
        .providers()
        .find(id)
        .orElseGet(
            () ->
                Presets.named(PRESET)
                    .orElseThrow()
                    .settings(id, diagnosis.routes().getFirst().baseUrl(), keyVariable));
  }

  private void keep(Services services, AzureDoctor.Finding finding, String name) throws Exception {
    if (pin != null) {
      ProviderSettings kept = services.doctor().pin(finding, name);
      if (!console.json()) {
        console.line(
            "Pinned: %s/%s goes by %s".formatted(kept.id(), name, finding.route().style()));
      }
    }
  }

  private void tell(Route route, String result, @Nullable Failure failure) {
    if (console.json()) {
      ObjectNode line =
          Jsons.object()
              .put("route", route.style())
              .put("protocol", route.protocol().word())
              .put("url", route.address())
              .put("result", result);
      Jsons.error(line, failure);
      console.print(line);
    } else {
      String words = failure == null ? "" : ": " + Plain.text(failure.message());
      console.line("%-8s %-18s %s%s".formatted(result, route.style(), route.address(), words));
    }
  }
}
