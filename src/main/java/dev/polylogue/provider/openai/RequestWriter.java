package dev.polylogue.provider.openai;

import dev.polylogue.conversation.Message;
import dev.polylogue.conversation.Parameters;
import dev.polylogue.conversation.Setting;
import dev.polylogue.provider.ChatRequest;
import dev.polylogue.provider.http.Endpoint;
import dev.polylogue.provider.http.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Neutral to wire. Sends what the user set and nothing else; what hosts name differently is an
 * option of the provider ({@code providers.md}, 4.1).
 */
final class RequestWriter {
  private RequestWriter() {}

  static byte[] write(ChatRequest request, Endpoint endpoint) {
    ObjectNode body = Json.object();
    body.put("model", request.model());
    body.put("stream", true);
    if (!endpoint.option("stream-usage", "true").equals("false")) {
      body.putObject("stream_options").put("include_usage", true);
    }
    messages(body.putArray("messages"), request);
    settings(body, request.parameters(), endpoint);
    return Json.bytes(body);
  }

  private static void messages(ArrayNode messages, ChatRequest request) {
    request
        .parameters()
        .text(Setting.SYSTEM)
        .ifPresent(system -> messages.addObject().put("role", "system").put("content", system));
    for (Message message : request.messages()) {
      String role =
          switch (message.role()) {
            case USER -> "user";
            case ASSISTANT -> "assistant";
          };
      messages.addObject().put("role", role).put("content", message.text());
    }
  }

  private static void settings(ObjectNode body, Parameters set, Endpoint endpoint) {
    set.number(Setting.TEMPERATURE).ifPresent(value -> body.put("temperature", value));
    set.number(Setting.TOP_P).ifPresent(value -> body.put("top_p", value));
    set.whole(Setting.MAX_TOKENS)
        .ifPresent(value -> body.put(endpoint.option("output-limit", "max_tokens"), value));
    set.text(Setting.STOP).ifPresent(value -> body.putArray("stop").add(value));
    set.whole(Setting.SEED).ifPresent(value -> body.put(endpoint.option("seed", "seed"), value));
    set.text(Setting.REASONING_EFFORT).ifPresent(value -> body.put("reasoning_effort", value));
    if (set.isOn(Setting.WEB_SEARCH)) {
      body.putObject("web_search_options");
    }
  }
}
