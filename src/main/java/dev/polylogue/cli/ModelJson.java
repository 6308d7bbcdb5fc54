package dev.polylogue.cli;

import dev.polylogue.conversation.Price;
import dev.polylogue.provider.ModelCard;
import dev.polylogue.provider.ModelFacts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A model as JSON. What is unknown is null. */
final class ModelJson {
  private ModelJson() {}

  static ObjectNode of(ModelCard card) {
    ObjectNode node =
        Jsons.object()
            .put("model", card.ref().toString())
            .put("provider", card.ref().provider())
            .put("name", card.displayName());
    ModelFacts facts = card.facts();
    node.put("contextWindow", facts.limits().window());
    node.put("outputLimit", facts.limits().output());
    if (facts.known()) {
      ArrayNode able = node.putArray("capabilities");
      facts.capabilities().stream().sorted().forEach(capability -> able.add(capability.word()));
    } else {
      node.putNull("capabilities");
    }
    price(node, facts.price());
    retired(node, facts.retirement());
    return node;
  }

  /** For a million tokens, of the shortest prompts. */
  private static void price(ObjectNode node, @Nullable Price price) {
    if (price == null) {
      node.putNull("price");
      return;
    }
    Price.Rate rate = price.rates().getFirst();
    node.putObject("price")
        .put("input", rate.input())
        .put("cached", rate.cached())
        .put("output", rate.output())
        .put("currency", price.currency())
        .put("source", price.source())
        .put("asOf", price.asOf().toString());
  }

  private static void retired(ObjectNode node, ModelFacts.@Nullable Retirement retirement) {
    if (retirement == null) {
      node.putNull("retired");
      return;
    }
    ObjectNode retired = node.putObject("retired");
    Jsons.text(retired, "since", retirement.since().isEmpty() ? null : retirement.since());
    Jsons.text(retired, "successor", retirement.successor());
    retired.put("note", retirement.note());
  }
}
