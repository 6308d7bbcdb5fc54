package dev.polylogue.provider.openai;

import dev.polylogue.conversation.Message;
import dev.polylogue.conversation.Part;
import dev.polylogue.conversation.Setting;
import dev.polylogue.provider.Capability;
import dev.polylogue.provider.ChatRequest;
import dev.polylogue.provider.ModelFacts;
import dev.polylogue.provider.Thinking;
import dev.polylogue.provider.http.Endpoint;
import dev.polylogue.provider.http.Json;
import dev.polylogue.provider.http.WireRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Neutral to wire, for Chat Completions. Sends what the user set and nothing else; what hosts name
 * differently is an option of the provider ({@code providers.md}, 4.1).
 */
final class ChatWriter {
  private final ChatRequest request;
  private final Endpoint endpoint;
  private final ModelFacts facts;
  private final Asked asked;
  private final ObjectNode body = Json.object();

  private ChatWriter(ChatRequest request, Endpoint endpoint) {
    this.request = request;
    this.endpoint = endpoint;
    this.facts = request.card().facts();
    this.asked = new Asked(request);
  }

  /**
   * @throws IOException when a file of the conversation can't be read
   */
  static WireRequest write(ChatRequest request, Endpoint endpoint) throws IOException {
    return new ChatWriter(request, endpoint).write();
  }

  private WireRequest write() throws IOException {
    body.put("model", request.model());
    body.put("stream", true);
    if (!endpoint.option("stream-usage", "true").equals("false")) {
      body.putObject("stream_options").put("include_usage", true);
    }
    messages(body.putArray("messages"));
    settings();
    reasoning();
    search();
    if (facts.can(Capability.DRAWS)) {
      body.putArray("modalities").add("image").add("text");
    }
    asked.extra(body);
    return WireRequest.of("chat/completions", body, asked.warnings());
  }

  private void messages(ArrayNode messages) throws IOException {
    boolean pdf = endpoint.option("pdf", "").equals("native") || facts.can(Capability.PDF);
    Pieces pieces = new Pieces(request, pdf, asked);
    String lead = system(messages);
    for (Message message : request.messages()) {
      switch (message.role()) {
        case USER -> {
          user(messages.addObject(), led(lead, pieces.of(message)));
          lead = "";
        }
        case ASSISTANT -> assistant(messages.addObject(), message);
      }
    }
  }

  /**
   * Writes the system prompt.
   *
   * @return what must stand before the first message instead, where the model takes none
   */
  private String system(ArrayNode messages) {
    String system = request.parameters().text(Setting.SYSTEM).orElse("");
    if (system.isEmpty() || facts.may(Capability.SYSTEM)) {
      if (!system.isEmpty()) {
        String role = endpoint.option("system-role", "system");
        messages.addObject().put("role", role).put("content", system);
      }
      return "";
    }
    asked.warn(
        Setting.SYSTEM,
        "%s takes no system prompt; it was sent before your first message."
            .formatted(request.model()));
    return system + "\n\n";
  }

  private static List<Piece> led(String lead, List<Piece> pieces) {
    if (lead.isEmpty()) {
      return pieces;
    }
    List<Piece> led = new ArrayList<>(pieces);
    boolean words = !led.isEmpty() && led.getFirst() instanceof Piece.Words;
    String first = words && led.removeFirst() instanceof Piece.Words(String text) ? text : "";
    led.addFirst(new Piece.Words(lead + first));
    return led;
  }

  /** Words alone go as a plain string, which every host takes. */
  private static void user(ObjectNode message, List<Piece> pieces) {
    message.put("role", "user");
    if (pieces.isEmpty()) {
      message.put("content", "");
    } else if (pieces.size() == 1 && pieces.getFirst() instanceof Piece.Words(String text)) {
      message.put("content", text);
    } else {
      ArrayNode content = message.putArray("content");
      pieces.forEach(piece -> add(content.addObject(), piece));
    }
  }

  private static void add(ObjectNode part, Piece piece) {
    switch (piece) {
      case Piece.Words(String text) -> part.put("type", "text").put("text", text);
      case Piece.Picture(String uri) ->
          part.put("type", "image_url").putObject("image_url").put("url", uri);
      case Piece.Pdf(String name, String uri) ->
          part.put("type", "file").putObject("file").put("filename", name).put("file_data", uri);
    }
  }

  /** Reasoning never goes back as text, only as the state that its own host gave out. */
  private void assistant(ObjectNode message, Message said) {
    message.put("role", "assistant").put("content", said.text());
    String voice = endpoint.voice(request.model());
    for (Part part : said.parts()) {
      if (part instanceof Part.Opaque(String speaker, String json) && speaker.equals(voice)) {
        try {
          message.set("reasoning_details", Json.parse(json));
        } catch (JacksonException e) {
          message.remove("reasoning_details");
        }
      }
    }
  }

  private void settings() {
    asked.sampling(Setting.TEMPERATURE).ifPresent(value -> body.put("temperature", value));
    asked.sampling(Setting.TOP_P).ifPresent(value -> body.put("top_p", value));
    asked
        .limit()
        .ifPresent(value -> body.put(endpoint.option("output-limit", "max_tokens"), value));
    List<String> stops = asked.stops();
    if (!stops.isEmpty()) {
      stops.forEach(body.putArray("stop")::add);
    }
    asked.seed().ifPresent(value -> body.put(endpoint.option("seed", "seed"), value));
  }

  private void reasoning() {
    Thinking thinking = facts.thinking();
    String style = thinking == null ? "effort" : thinking.style();
    asked.effort().ifPresent(level -> reasoning(style, level));
  }

  private void reasoning(String style, String level) {
    boolean on = !level.equals("none");
    switch (style) {
      case "openrouter" -> body.putObject("reasoning").put("effort", level);
      case "deepseek" -> {
        body.putObject("thinking").put("type", on ? "enabled" : "disabled");
        if (on) {
          body.put("reasoning_effort", level);
        }
      }
      case "switch" -> body.putObject("chat_template_kwargs").put("enable_thinking", on);
      default -> body.put("reasoning_effort", level);
    }
  }

  private void search() {
    if (!request.parameters().isOn(Setting.WEB_SEARCH)) {
      return;
    }
    switch (endpoint.option("search", "options")) {
      case "always" -> {}
      case "none" ->
          asked.warn(
              Setting.WEB_SEARCH,
              "%s has no web search; the model was asked without.".formatted(endpoint.provider()));
      case "openrouter" -> body.putArray("plugins").addObject().put("id", "web");
      default -> {
        if (asked.search()) {
          body.putObject("web_search_options");
        }
      }
    }
  }
}
