package dev.polylogue.provider.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.polylogue.conversation.KeyPlace;
import dev.polylogue.conversation.Protocol;
import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.media.PictureReader;
import dev.polylogue.provider.http.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The HTTP server of the sandbox. Answers {@code GET /v1/models} and {@code POST
 * /v1/chat/completions}, {@code POST /v1/images/edits} and {@code POST /v1/images/generations} to
 * whoever has the key of this run.
 */
public final class SandboxHost implements AutoCloseable {
  public static final String PROVIDER = "sandbox";

  private static final int MOST_REQUEST_BYTES = 64 << 20;

  private final HttpServer server;
  private final String key;
  private final Map<String, SandboxModel> models;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final DarkroomDesk darkroom =
      new DarkroomDesk(
          new Darkroom(new PictureReader(System::nanoTime)), new Pause(closing), Clock.systemUTC());

  private SandboxHost(HttpServer server, String key, Archive archive) {
    this.server = server;
    this.key = key;
    this.models =
        Map.of(
            "scribe", new Scribe(),
            "thinker", new Thinker(),
            "librarian", new Librarian(archive));
  }

  /**
   * Opens a free port on the loopback address.
   *
   * @param executor gives each request a thread that may wait
   * @param key what a caller has to show, so that no other user of this computer may ask
   * @param archive what the librarian may see
   */
  public static SandboxHost open(Executor executor, String key, Archive archive)
      throws IOException {
    System.setProperty("sun.net.httpserver.nodelay", "true");
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    SandboxHost host = new SandboxHost(server, key, archive);
    server.setExecutor(executor);
    server.createContext("/v1/models", host::models);
    server.createContext("/v1/chat/completions", host::complete);
    server.createContext("/v1/images/edits", host::edit);
    server.createContext("/v1/images/generations", host::generate);
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
        Map.of(
            "catalog", PROVIDER,
            "shown-as", "Sandbox",
            "search", "none",
            "pictures-stream", "true"));
  }

  private void models(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!isAllowed(exchange)) {
        return;
      }
      ObjectNode list = Json.object().put("object", "list");
      var data = list.putArray("data");
      Stream.concat(models.keySet().stream(), DarkroomModel.ALL.stream().map(DarkroomModel::name))
          .sorted()
          .forEach(
              id ->
                  data.addObject()
                      .put("id", id)
                      .put("object", "model")
                      .put("owned_by", "polylogue"));
      Replies.answer(exchange, 200, list);
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
        Replies.refuse(exchange, 400, "invalid_request_error", "The request is no JSON.");
        return;
      }
      Pace pace = Pace.of(Json.text(request.path("model")));
      SandboxModel model = models.get(pace.model());
      String fault = pace.fault();
      if (DarkroomModel.named(pace.model()).isPresent()) {
        Replies.refuse(
            exchange,
            400,
            "unsupported_operation",
            "%s edits pictures and does not chat: choose it for a photo.".formatted(pace.model()));
      } else if (model == null) {
        Replies.refuse(
            exchange,
            404,
            "model_not_found",
            "The sandbox has no model \"%s\"; for chats it has %s."
                .formatted(
                    pace.model(), String.join(", ", models.keySet().stream().sorted().toList())));
      } else if (fault != null && fault.matches("[45]\\d\\d")) {
        Replies.refuse(
            exchange, Integer.parseInt(fault), "sandbox_fault", "This fault was asked for.");
      } else {
        new Delivery(exchange, request, pace, new Pause(closing)).deliver(model);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void edit(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (isAllowed(exchange)) {
        darkroom.edit(exchange, exchange.getRequestBody().readNBytes(MOST_REQUEST_BYTES));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void generate(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (isAllowed(exchange)) {
        darkroom.generate(exchange);
      }
    }
  }

  private boolean isAllowed(HttpExchange exchange) throws IOException {
    if (("Bearer " + key).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      return true;
    }
    Replies.refuse(
        exchange, 401, "invalid_api_key", "Only this run of Polylogue may ask the sandbox.");
    return false;
  }

  /** Breaks off every answer still under way. */
  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
  }
}
