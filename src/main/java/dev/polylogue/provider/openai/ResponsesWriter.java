package dev.polylogue.provider.openai;

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
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Neutral to wire, for Responses ({@code providers.md}, 5.1). Nothing is left at the host ({@code
 * store:false}) unless the option {@code store} is {@code default}; so the whole conversation goes
 * along each time, with the reasoning that the host gave out encrypted.
 */
final class ResponsesWriter {
  private final ChatRequest request;
  private final Endpoint endpoint;
  private final ModelFacts facts;
  private final Asked asked;
  private final ObjectNode body = Json.object();
  private final List<String> include = new ArrayList<>();

  private ResponsesWriter(ChatRequest request, Endpoint endpoint) {
    this.request = request;
    this.endpoint = endpoint;
    this.facts = request.card().facts();
    this.asked = new Asked(request);
  }

  /**
   * @throws IOException when a file of the conversation can't be read
   */
  static WireRequest write(ChatRequest request, Endpoint endpoint) throws IOException {
    return new ResponsesWriter(request, endpoint).write();
  }

  private WireRequest write() throws IOException {
    body.put("model", request.model());
    body.put("stream", true);
    if (!endpoint.option("store", "false").equals("default")) {
      body.put("store", false);
    }
    request.parameters().text(Setting.SYSTEM).ifPresent(text -> body.put("instructions", text));
    Pieces pieces = new Pieces(request, facts.may(Capability.PDF), asked);
    new ResponsesInput(body.putArray("input"), pieces, endpoint.voice(request.model()))
        .write(request.messages());
    settings();
    reasoning();
    search();
    if (!include.isEmpty() && !endpoint.option("include", "").equals("none")) {
      ArrayNode wanted = body.putArray("include");
      include.forEach(wanted::add);
    }
    asked.extra(body);
    return WireRequest.of("responses", body, asked.warnings());
  }

  private void settings() {
    asked.limit().ifPresent(value -> body.put("max_output_tokens", value));
    asked.sampling(Setting.TEMPERATURE).ifPresent(value -> body.put("temperature", value));
    asked.sampling(Setting.TOP_P).ifPresent(value -> body.put("top_p", value));
    asked.noPlaceFor(Setting.STOP);
    asked.noPlaceFor(Setting.SEED);
  }

  /**
   * Thoughts are asked for wherever there are any. Where the level can't be set the field must be
   * absent (xAI); the option {@code summary=none} is for accounts that may not see summaries.
   */
  private void reasoning() {
    Optional<String> level = asked.effort();
    boolean off = level.filter("none"::equals).isPresent();
    Thinking thinking = facts.thinking();
    boolean settable = thinking != null && !thinking.levels().isEmpty();
    if (level.isPresent() || settable) {
      ObjectNode reasoning = Json.object();
      level.ifPresent(word -> reasoning.put("effort", word));
      if (!off && !endpoint.option("summary", "auto").equals("none")) {
        reasoning.put("summary", "auto");
      }
      if (!reasoning.isEmpty()) {
        body.set("reasoning", reasoning);
      }
    }
    if (!off && (level.isPresent() || facts.can(Capability.REASONING))) {
      include.add("reasoning.encrypted_content");
    }
  }

  private void search() {
    if (!request.parameters().isOn(Setting.WEB_SEARCH)) {
      return;
    }
    String tools = endpoint.option("search", "web_search");
    if (tools.equals("none")) {
      asked.warn(
          Setting.WEB_SEARCH,
          "%s has no web search; the model was asked without.".formatted(endpoint.provider()));
    } else if (asked.search()) {
      ArrayNode list = body.putArray("tools");
      for (String tool : tools.split(",", -1)) {
        list.addObject().put("type", tool.strip());
      }
      if (tools.contains("web_search")) {
        include.add("web_search_call.action.sources");
      }
    }
  }
}
