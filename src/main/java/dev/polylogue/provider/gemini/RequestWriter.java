package dev.polylogue.provider.gemini;

import dev.polylogue.conversation.Message;
import dev.polylogue.conversation.Parameters;
import dev.polylogue.conversation.Setting;
import dev.polylogue.provider.Capability;
import dev.polylogue.provider.ChatRequest;
import dev.polylogue.provider.ProviderException;
import dev.polylogue.provider.http.Adjustments;
import dev.polylogue.provider.http.Endpoint;
import dev.polylogue.provider.http.Json;
import dev.polylogue.provider.http.WireBody;
import dev.polylogue.provider.http.WireRequest;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Neutral to wire ({@code providers.md}, 7.1). Writes one request. */
final class RequestWriter {
  private final ChatRequest request;
  private final Parameters set;
  private final Endpoint endpoint;
  private final Adjustments adjustments;

  RequestWriter(ChatRequest request, Endpoint endpoint) {
    this.request = request;
    this.set = request.parameters();
    this.endpoint = endpoint;
    this.adjustments = new Adjustments(request);
  }

  /**
   * @throws ProviderException when a file can't be read
   */
  WireRequest write() throws ProviderException {
    ObjectNode body = Json.object();
    if (adjustments.takes(Setting.SYSTEM, Capability.SYSTEM)) {
      set.text(Setting.SYSTEM)
          .ifPresent(
              system ->
                  body.putObject("systemInstruction")
                      .putArray("parts")
                      .addObject()
                      .put("text", system));
    }
    contents(body.putArray("contents"));
    ObjectNode config = Json.object();
    settings(config);
    new ThinkingWriter(request, adjustments).write(config);
    if (request.card().facts().can(Capability.DRAWS)) {
      config.putArray("responseModalities").add("TEXT").add("IMAGE");
    }
    if (!config.isEmpty()) {
      body.set("generationConfig", config);
    }
    if (adjustments.searches(endpoint)) {
      body.putArray("tools").addObject().putObject("googleSearch");
    }
    adjustments.extra(body);
    return new WireRequest(
        path(request.model()) + ":streamGenerateContent",
        Map.of("alt", "sse"),
        Map.of(),
        new WireBody.Tree(body),
        adjustments.warnings());
  }

  /** A tuned model is named with its own collection: {@code tunedModels/mine}. */
  static String path(String model) {
    return model.contains("/") ? model : "models/" + model;
  }

  private void contents(ArrayNode contents) throws ProviderException {
    ContentWriter writer = new ContentWriter(request.files(), endpoint.voice(request.model()));
    for (Message message : request.messages()) {
      String role =
          switch (message.role()) {
            case USER -> "user";
            case ASSISTANT -> "model";
          };
      ArrayNode parts = writer.parts(message);
      if (!parts.isEmpty()) {
        Json.addTurn(contents, role, "parts", parts);
      }
    }
  }

  private void settings(ObjectNode config) {
    if (adjustments.takes(Setting.TEMPERATURE, Capability.SAMPLING)) {
      set.number(Setting.TEMPERATURE).ifPresent(value -> config.put("temperature", value));
    }
    if (adjustments.takes(Setting.TOP_P, Capability.SAMPLING)) {
      set.number(Setting.TOP_P).ifPresent(value -> config.put("topP", value));
    }
    adjustments.outputLimit().ifPresent(value -> config.put("maxOutputTokens", value));
    if (adjustments.takes(Setting.STOP, Capability.STOP)) {
      set.stops().forEach(config.withArray("stopSequences")::add);
    }
    if (adjustments.takes(Setting.SEED, Capability.SEED)) {
      set.whole(Setting.SEED).ifPresent(value -> config.put("seed", value));
    }
  }
}
