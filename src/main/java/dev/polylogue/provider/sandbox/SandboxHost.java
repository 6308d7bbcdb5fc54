package dev.polylogue.provider.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.polylogue.conversation.KeyPlace;
import dev.polylogue.conversation.Protocol;
import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.provider.http.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The HTTP server of the sandbox. Answers {@code GET /v1/models} and {@code POST
 * /v1/chat/completions} to whoever has the key of this run.
 */
public final class SandboxHost implements AutoCloseable {
  public static final String PROVIDER = "sandbox";

  private static final int MOST_REQUEST_BYTES = 64 << 20;
  private static final Map<String, SandboxModel> MODELS =
      Map.of("scribe", new Scribe(), "thinker", new Thinker());

  private final HttpServer server;
  private final String key;
  private final CountDownLatch closing = new CountDownLatch(1);

  private SandboxHost(HttpServer server, String key) {
    this.server = server;
    this.key = key;
  }

  /**
   * Opens a free port on the loopback address.
   *
   * @param executor gives each request a thread that may wait
   * @param key what a caller has to show, so that no other user of this computer may ask
   */
  public static SandboxHost open(Executor executor, String key) throws IOException {
    System.setProperty("sun.net.httpserver.nodelay", "true");
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    SandboxHost host = new SandboxHost(server, key);
    server.setExecutor(executor);
    server.createContext("/v1/models", host::models);
    server.createContext("/v1/chat/completions", host::complete);
    server.start();
    return host;
  }

  /** How to reach it, as for any other provider. */
  public ProviderSettings settings() {
    InetSocketAddress address = server.getAddress();
    URI base =
        URI.create(
            "http://%s:%d/v1".formatted(address.getAddress().getHostAddress(), address.getPort()));
    return new ProviderSettings(
        PROVIDER,
        Protocol.OPENAI_CHAT,
        base,
        KeyPlace.SESSION,
        Map.of(),
        Map.of("catalog", PROVIDER, "search", "none"));
  }

  private void models(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!isAllowed(exchange)) {
        return;
      }
      ObjectNode list = Json.object().put("object", "list");
      var data = list.putArray("data");
      MODELS.keySet().stream()
          .sorted()
          .forEach(
              id ->
                  data.addObject()
                      .put("id", id)
                      .put("object", "model")
                      .put("owned_by", "polylogue"));
      answer(exchange, 200, list);
    }
  }

  private void complete(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!isAllowed(exchange)) {
        return;
      }
      JsonNode request;
      try {
        byte[] body = exchange.getRequestBody().readNBytes(MOST_REQUEST_BYTES);
        request = Json.parse(body, 0, body.length);
      } catch (JacksonException e) {
        refuse(exchange, 400, "invalid_request_error", "The request is no JSON.");
        return;
      }
      Pace pace = Pace.of(Json.text(request.path("model")));
      SandboxModel model = MODELS.get(pace.model());
      String fault = pace.fault();
      if (model == null) {
        refuse(
            exchange,
            404,
            "model_not_found",
            "The sandbox has no model \"%s\"; it has scribe and thinker.".formatted(pace.model()));
      } else if (fault != null && fault.matches("[45]\\d\\d")) {
        refuse(exchange, Integer.parseInt(fault), "sandbox_fault", "This fault was asked for.");
      } else {
        new Delivery(exchange, request, pace, closing).deliver(model);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isAllowed(HttpExchange exchange) throws IOException {
    if (("Bearer " + key).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      return true;
    }
    refuse(exchange, 401, "invalid_api_key", "Only this run of Polylogue may ask the sandbox.");
    return false;
  }

  private static void refuse(HttpExchange exchange, int status, String code, String message)
      throws IOException {
    ObjectNode body = Json.object();
    body.putObject("error").put("message", message).put("type", code).put("code", code);
    if (status == 429) {
      exchange.getResponseHeaders().set("Retry-After", "7");
    }
    answer(exchange, status, body);
  }

  private static void answer(HttpExchange exchange, int status, ObjectNode body)
      throws IOException {
    byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  /** Breaks off every answer still under way. */
  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
  }
}
