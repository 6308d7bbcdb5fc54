package dev.polylogue.provider.azure;

import dev.polylogue.conversation.Protocol;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The ways to a deployment that are worth trying, the likeliest first: what the pasted address
 * itself says, then v1 Responses, v1 Chat, the classic deployments path, Foundry's models path
 * ({@code providers.md}, 9.2); Claude by its own path. Contacts nobody.
 */
public final class Routes {
  private static final String CLASSIC_VERSION = "2024-10-21";
  private static final String MODELS_VERSION = "2024-05-01-preview";

  private final AzureAddress address;
  private final @Nullable String deployment;
  private final Map<String, Route> routes = new LinkedHashMap<>();

  private Routes(AzureAddress address, @Nullable String deployment) {
    this.address = address;
    this.deployment = deployment;
  }

  /**
   * The candidates.
   *
   * @param deployment wins over a name in the address; without either the classic path is left out
   */
  public static List<Route> of(AzureAddress address, @Nullable String deployment) {
    String used = deployment == null ? address.named().deployment() : deployment;
    Routes routes = new Routes(address, used);
    routes.asPasted();
    switch (address.kind()) {
      case RESOURCE -> routes.ofResource();
      case SERVERLESS -> routes.ofServerless();
      case GATEWAY -> routes.ofGateway();
    }
    return List.copyOf(routes.routes.values());
  }

  private void asPasted() {
    AzureAddress.Named said = address.named();
    String root = "https://" + address.host() + address.path();
    switch (said.surface()) {
      case "openai/v1" -> v1(root + "/openai/v1", said.operation());
      case "models" -> models(root, or(said.apiVersion(), MODELS_VERSION));
      case "anthropic", "anthropic/v1" -> claude(root);
      case "openai" -> {
        if (said.operation().equals("responses")) {
          add("classic Responses", Protocol.OPENAI_RESPONSES, root + "/openai", said.apiVersion());
        }
      }
      case "", "v1" -> {}
      default -> classic(root, or(said.apiVersion(), CLASSIC_VERSION));
    }
  }

  private void ofResource() {
    String root = "https://" + address.host() + address.path();
    String plain = "https://" + address.host();
    if (deployment != null && deployment.toLowerCase(Locale.ROOT).contains("claude")) {
      claude(onServices());
    }
    v1(root + "/openai/v1", "");
    v1(plain + "/openai/v1", "");
    classic(plain, CLASSIC_VERSION);
    models(onServices(), MODELS_VERSION);
    claude(onServices());
  }

  private void ofServerless() {
    String root = "https://" + address.host();
    add("serverless v1", Protocol.OPENAI_CHAT, root + "/v1", null);
    add("serverless", Protocol.OPENAI_CHAT, root, null);
    add("serverless", Protocol.OPENAI_CHAT, root, MODELS_VERSION);
  }

  private void ofGateway() {
    String root = "https://" + address.host() + address.path();
    v1(root + "/openai/v1", "");
    v1(root + "/v1", "");
    classic(root, CLASSIC_VERSION);
    models(root, MODELS_VERSION);
    v1(root, "");
  }

  /** Foundry's own paths answer on one of the hosts of a resource only. */
  private String onServices() {
    boolean already = address.host().contains(".services.ai.");
    return already
        ? "https://" + address.host()
        : "https://" + address.resource() + ".services.ai." + address.cloud();
  }

  private void v1(String base, String operation) {
    if (operation.equals("chat/completions")) {
      add("v1 Chat", Protocol.OPENAI_CHAT, base, null);
    }
    add("v1 Responses", Protocol.OPENAI_RESPONSES, base, null);
    add("v1 Chat", Protocol.OPENAI_CHAT, base, null);
  }

  private void classic(String root, String version) {
    if (deployment != null) {
      String name = URLEncoder.encode(deployment, StandardCharsets.UTF_8).replace("+", "%20");
      String base = root + "/openai/deployments/" + name;
      add("classic deployment", Protocol.OPENAI_CHAT, base, version);
    }
  }

  private void models(String root, String version) {
    add("Foundry models", Protocol.OPENAI_CHAT, root + "/models", version);
  }

  private void claude(String root) {
    add("Claude", Protocol.ANTHROPIC, root + "/anthropic/v1", null);
  }

  private void add(String style, Protocol protocol, String base, @Nullable String version) {
    Route route = new Route(style, protocol, URI.create(base), version);
    routes.putIfAbsent(route.text(), route);
  }

  private static String or(@Nullable String said, String otherwise) {
    return said == null ? otherwise : said;
  }
}
