package dev.polylogue.cli;

import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.Cost;
import dev.polylogue.conversation.Failure;
import dev.polylogue.conversation.Outcome;
import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.conversation.Reply;
import dev.polylogue.conversation.Usage;
import dev.polylogue.conversation.Warning;
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

  /** An attachment of a prompt. */
  static ObjectNode blob(Blob blob) {
    return blob(object().put("name", blob.name()), blob);
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
    node.put("firstTokenMillis", reply.timing().toFirstToken());
    node.put("totalMillis", reply.timing().total());
    text(node, "requestId", outcome.requestId());
    error(node, outcome.failure());
    return node;
  }

  /** Names of headers and of the key's variable, never what they hold. */
  static ObjectNode provider(ProviderSettings provider) {
    ObjectNode node = object().put("id", provider.id());
    node.put("protocol", provider.protocol().word());
    node.put("baseUrl", provider.baseUrl().toString());
    text(node, "keyEnv", provider.key().variable());
    node.put("key", provider.key().word());
    var headers = node.putArray("headers");
    provider.headers().keySet().stream().sorted().forEach(headers::add);
    ObjectNode options = node.putObject("options");
    provider.options().forEach(options::put);
    return node;
  }

  static ObjectNode warning(ObjectNode node, Warning warning) {
    return node.put("about", warning.about()).put("message", warning.message());
  }

  /** A picture or file by what it is; the bytes lie in the data folder. */
  static ObjectNode blob(ObjectNode node, Blob blob) {
    return node.put("mediaType", blob.mediaType())
        .put("bytes", blob.size())
        .put("sha256", blob.sha256());
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
    seconds(error, "retryAfterSeconds", failure.retryAfterSeconds());
  }

  /** Whole seconds without a fraction. */
  static ObjectNode seconds(ObjectNode node, String name, @Nullable Double seconds) {
    return seconds != null && seconds == Math.rint(seconds)
        ? node.put(name, seconds.longValue())
        : node.put(name, seconds);
  }
}
