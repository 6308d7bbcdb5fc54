package dev.polylogue.cli;

import dev.polylogue.conversation.Cost;
import dev.polylogue.conversation.Failure;
import dev.polylogue.conversation.Outcome;
import dev.polylogue.conversation.Reply;
import dev.polylogue.conversation.Usage;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The JSON of the command line. An absent figure is null, never 0 and never left out. */
final class Jsons {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private Jsons() {}

  static ObjectNode object() {
    return NODES.objectNode();
  }

  static ObjectNode event(String name) {
    return object().put("event", name);
  }

  static ObjectNode text(ObjectNode node, String name, @Nullable Object value) {
    return value == null ? node.putNull(name) : node.put(name, value.toString());
  }

  /** Adds the fields by which a reply is described, in {@code done} and in the history. */
  static ObjectNode reply(ObjectNode node, Reply reply) {
    Outcome outcome = reply.outcome();
    node.put("model", reply.model().toString());
    text(node, "reportedModel", outcome.reportedModel());
    node.put("state", reply.state().word());
    node.put("text", reply.text());
    text(node, "reasoning", reply.reasoning());
    var citations = node.putArray("citations");
    reply
        .citations()
        .forEach(
            citation ->
                text(citations.addObject().put("url", citation.url()), "title", citation.title()));
    text(node, "finishReason", outcome.finishReason());
    usage(node, outcome.usage());
    cost(node, outcome.cost());
    node.put("firstTokenMillis", reply.timing().firstToken());
    node.put("totalMillis", reply.timing().total());
    text(node, "requestId", outcome.requestId());
    error(node, outcome.failure());
    return node;
  }

  private static void usage(ObjectNode node, @Nullable Usage usage) {
    if (usage == null) {
      node.putNull("usage");
      return;
    }
    node.putObject("usage")
        .put("inputTokens", usage.inputTokens())
        .put("outputTokens", usage.outputTokens())
        .put("cachedTokens", usage.cachedTokens())
        .put("reasoningTokens", usage.reasoningTokens());
  }

  private static void cost(ObjectNode node, @Nullable Cost cost) {
    if (cost == null) {
      node.putNull("cost");
      return;
    }
    node.putObject("cost")
        .put("amount", cost.amount())
        .put("currency", cost.currency())
        .put("source", cost.source().word());
  }

  static void error(ObjectNode node, @Nullable Failure failure) {
    if (failure == null) {
      node.putNull("error");
      return;
    }
    ObjectNode error = node.putObject("error");
    error.put("kind", failure.kind().word());
    error.put("status", failure.status());
    error.put("message", failure.message());
    Double wait = failure.retryAfterSeconds();
    if (wait != null && wait == Math.rint(wait)) {
      error.put("retryAfterSeconds", wait.longValue());
    } else {
      error.put("retryAfterSeconds", wait);
    }
  }
}
