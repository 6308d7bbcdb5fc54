package dev.polylogue.provider.anthropic;

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

/** Neutral to wire ({@code providers.md}, 6.1). Writes one request. */
final class RequestWriter {
  /** Every model that still answers gives as much. */
  private static final long USUAL_OUTPUT = 8192;

  private static final String SEARCH_TOOL = "web_search_20250305";
  private static final int MOST_SEARCHES = 5;

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
    long limit = outputLimit();
    body.put("model", request.model());
    body.put("max_tokens", limit);
    body.put("stream", true);
    set.text(Setting.SYSTEM).ifPresent(system -> body.put("system", system));
    boolean searches = search(body);
    messages(body.putArray("messages"), searches);
    boolean budgeted = new ThinkingWriter(request, adjustments).write(body, limit);
    sampling(body, budgeted);
    if (adjustments.takes(Setting.STOP, Capability.STOP)) {
      set.stops().forEach(body.withArray("stop_sequences")::add);
    }
    if (set.whole(Setting.SEED).isPresent()) {
      adjustments.leaveOut(Setting.SEED, "Anthropic takes none");
    }
    adjustments.extra(body);
    return new WireRequest(
        "messages",
        Map.of(),
        AnthropicMessages.HEADERS,
        new WireBody.Tree(body),
        adjustments.warnings());
  }

  /** The one setting that can't be left to the provider. */
  private long outputLimit() {
    Long most = request.card().facts().limits().output();
    return adjustments.outputLimit().orElse(most == null ? USUAL_OUTPUT : most);
  }

  private void messages(ArrayNode messages, boolean searches) throws ProviderException {
    ContentWriter writer =
        new ContentWriter(request.files(), endpoint.voice(request.model()), searches);
    for (Message message : request.messages()) {
      String role =
          switch (message.role()) {
            case USER -> "user";
            case ASSISTANT -> "assistant";
          };
      ArrayNode content = writer.content(message);
      if (!content.isEmpty()) {
        Json.addTurn(messages, role, "content", content);
      }
    }
  }

  /** With a fixed budget of thinking the temperature has to stay as it is. */
  private void sampling(ObjectNode body, boolean budgeted) {
    if (adjustments.takes(Setting.TEMPERATURE, Capability.SAMPLING)) {
      if (budgeted) {
        adjustments.leaveOut(
            Setting.TEMPERATURE, "%s takes none while it reasons".formatted(request.model()));
      } else {
        set.number(Setting.TEMPERATURE).ifPresent(value -> temperature(body, value));
      }
    }
    if (adjustments.takes(Setting.TOP_P, Capability.SAMPLING)) {
      set.number(Setting.TOP_P).ifPresent(value -> body.put("top_p", value));
    }
  }

  private void temperature(ObjectNode body, double value) {
    if (value > 1) {
      adjustments.note(
          Setting.TEMPERATURE,
          "A temperature of %s was sent as 1, the most Anthropic takes.".formatted(value));
    }
    body.put("temperature", Math.min(1, value));
  }

  /** The option {@code search} may name another version of the tool, or {@code none}. */
  private boolean search(ObjectNode body) {
    if (!adjustments.searches(endpoint)) {
      return false;
    }
    String tool = endpoint.option("search", SEARCH_TOOL);
    body.putArray("tools")
        .addObject()
        .put("type", tool.startsWith("web_search") ? tool : SEARCH_TOOL)
        .put("name", "web_search")
        .put("max_uses", MOST_SEARCHES);
    return true;
  }
}
