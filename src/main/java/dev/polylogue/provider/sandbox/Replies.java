package dev.polylogue.provider.sandbox;

import com.sun.net.httpserver.HttpExchange;
import dev.polylogue.provider.http.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.node.ObjectNode;

/** Answers in one piece, as OpenAI words them. */
final class Replies {
  private Replies() {}

  static void refuse(HttpExchange exchange, int status, String code, String message)
      throws IOException {
    ObjectNode body = Json.object();
    body.putObject("error").put("message", message).put("type", code).put("code", code);
    if (status == 429) {
      exchange.getResponseHeaders().set("Retry-After", "7");
    }
    answer(exchange, status, body);
  }

  static void answer(HttpExchange exchange, int status, ObjectNode body) throws IOException {
    byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
