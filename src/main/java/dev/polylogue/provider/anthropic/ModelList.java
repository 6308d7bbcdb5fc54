package dev.polylogue.provider.anthropic;

import dev.polylogue.conversation.ModelRef;
import dev.polylogue.provider.Capability;
import dev.polylogue.provider.ModelCard;
import dev.polylogue.provider.ModelFacts;
import dev.polylogue.provider.ProviderException;
import dev.polylogue.provider.Thinking;
import dev.polylogue.provider.http.Endpoint;
import dev.polylogue.provider.http.HttpCall;
import dev.polylogue.provider.http.Json;
import dev.polylogue.provider.http.ModelPage;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The models as Anthropic lists them, with what they can do ({@code providers.md}, 2.1): no other
 * host's list tells enough to know which settings a model takes.
 */
final class ModelList {
  private static final int MOST_PAGES = 20;
  private static final List<String> EFFORTS = List.of("low", "medium", "high", "xhigh", "max");

  /** Tokens to think for the models that take a budget. */
  private static final Thinking BUDGETS =
      new Thinking(
          "budget",
          List.of("none", "low", "medium", "high", "max"),
          List.of(0, 2048, 8192, 16_384, 32_000));

  private final OkHttpClient client;
  private final Endpoint endpoint;

  ModelList(OkHttpClient client, Endpoint endpoint) {
    this.client = client;
    this.endpoint = endpoint;
  }

  List<ModelCard> read() throws ProviderException {
    List<ModelCard> cards = new ArrayList<>();
    String after = "";
    for (int page = 0; page < MOST_PAGES; page++) {
      JsonNode answer = page(after);
      answer.path("data").forEach(item -> add(cards, item));
      String last = Json.text(answer.path("last_id"));
      if (!answer.path("has_more").asBoolean(false) || last.isEmpty() || last.equals(after)) {
        break;
      }
      after = last;
    }
    return List.copyOf(cards);
  }

  private JsonNode page(String after) throws ProviderException {
    Map<String, String> query =
        after.isEmpty() ? Map.of("limit", "1000") : Map.of("limit", "1000", "after_id", after);
    HttpCall call = HttpCall.get(client, endpoint, "models", query, AnthropicMessages.HEADERS);
    JsonNode answer = ModelPage.read(call, endpoint);
    if (!answer.path("data").isArray()) {
      throw ModelPage.noList(endpoint);
    }
    return answer;
  }

  private void add(List<ModelCard> cards, JsonNode item) {
    String id = Json.text(item.path("id"));
    if (!id.isBlank()) {
      String name = Json.text(item.path("display_name"));
      cards.add(
          new ModelCard(
              new ModelRef(endpoint.provider(), id), name.isBlank() ? id : name, facts(item)));
    }
  }

  private static ModelFacts facts(JsonNode item) {
    JsonNode can = item.path("capabilities");
    ModelFacts.Limits limits =
        new ModelFacts.Limits(
            figure(item.path("max_input_tokens")), figure(item.path("max_tokens")));
    if (!can.isObject()) {
      return new ModelFacts(false, Set.of(), limits, null, null, retirement(item));
    }
    return new ModelFacts(
        true, capabilities(can), limits, thinking(can, limits), null, retirement(item));
  }

  private static Set<Capability> capabilities(JsonNode can) {
    Set<Capability> known = EnumSet.of(Capability.STOP, Capability.SYSTEM);
    if (isOn(can.path("image_input"))) {
      known.add(Capability.PICTURES);
    }
    if (isOn(can.path("pdf_input"))) {
      known.add(Capability.PDF);
    }
    if (can.path("server_tools").isMissingNode() || isOn(can.path("server_tools"))) {
      known.add(Capability.SEARCH);
    }
    JsonNode thinking = can.path("thinking");
    if (isOn(thinking)) {
      known.add(Capability.REASONING);
    }
    // The listing is silent on sampling, but the models that refuse it are exactly those that think
    // without a budget (providers.md, 6.1).
    if (!isOn(thinking) || isOn(thinking.path("types").path("enabled"))) {
      known.add(Capability.SAMPLING);
    }
    return known;
  }

  private static @Nullable Thinking thinking(JsonNode can, ModelFacts.Limits limits) {
    JsonNode types = can.path("thinking").path("types");
    if (isOn(types.path("adaptive"))) {
      List<String> levels = new ArrayList<>();
      if (types.path("disabled").isMissingNode() || isOn(types.path("disabled"))) {
        levels.add("none");
      }
      EFFORTS.stream().filter(level -> isOn(can.path("effort").path(level))).forEach(levels::add);
      return new Thinking("adaptive", levels, List.of());
    }
    if (!isOn(types.path("enabled"))) {
      return null;
    }
    return budgets(limits.output());
  }

  /** Those that leave room for an answer. */
  private static Thinking budgets(@Nullable Long output) {
    int fitting = BUDGETS.levels().size();
    while (output != null && BUDGETS.budgets().get(fitting - 1) >= output) {
      fitting--;
    }
    return new Thinking(
        BUDGETS.style(),
        BUDGETS.levels().subList(0, fitting),
        BUDGETS.budgets().subList(0, fitting));
  }

  private static ModelFacts.@Nullable Retirement retirement(JsonNode item) {
    if (!Json.text(item.path("lifecycle")).equals("retired")) {
      return null;
    }
    String since = Json.text(item.path("retires_at"));
    return new ModelFacts.Retirement(
        since.length() > 10 ? since.substring(0, 10) : since,
        null,
        "Anthropic has retired this model.");
  }

  private static boolean isOn(JsonNode capability) {
    return capability.path("supported").asBoolean(false);
  }

  private static @Nullable Long figure(JsonNode node) {
    return node.isIntegralNumber() && node.asLong() > 0 ? Long.valueOf(node.asLong()) : null;
  }
}
