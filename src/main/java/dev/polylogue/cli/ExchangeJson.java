package dev.polylogue.cli;

import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.Bytes;
import dev.polylogue.conversation.Exchange;
import dev.polylogue.conversation.Failure;
import dev.polylogue.conversation.FailureKind;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.Outcome;
import dev.polylogue.conversation.Part;
import dev.polylogue.conversation.Protocol;
import dev.polylogue.conversation.Reply;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.conversation.Timing;
import dev.polylogue.conversation.Usage;
import dev.polylogue.session.Exchanges;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A reply and what went over the wire for it as one JSON object: the fields of {@code done}, with
 * all that a replay compares, and {@code exchanges}. What is written can be read again.
 */
final class ExchangeJson {
  private ExchangeJson() {}

  static ObjectNode write(Exchanges.Kept kept) {
    Reply reply = kept.reply();
    ObjectNode node = Jsons.reply(Jsons.object().put("reply", reply.id().toString()), reply);
    Usage usage = reply.outcome().usage();
    if (usage != null && node.path("usage") instanceof ObjectNode counted) {
      counted.put("cacheWriteTokens", usage.cacheWriteTokens()).put("searches", usage.searches());
    }
    ArrayNode pictures = node.putArray("pictures");
    for (Part part : reply.parts()) {
      if (part instanceof Part.Picture picture) {
        pictures.add(picture.blob().sha256());
      }
    }
    ArrayNode exchanges = node.putArray("exchanges");
    kept.exchanges().forEach(exchange -> write(exchanges.addObject(), exchange));
    return node;
  }

  private static void write(ObjectNode node, Exchange exchange) {
    node.put("provider", exchange.provider()).put("protocol", exchange.protocol().word());
    Exchange.Request sent = exchange.request();
    ObjectNode request = node.putObject("request");
    request.put("method", sent.method()).put("url", sent.url());
    headers(request, sent.headers());
    body(request, sent.body(), sent.bodySize());
    Exchange.Response received = exchange.response();
    if (received == null) {
      node.putNull("response");
      return;
    }
    ObjectNode response = node.putObject("response").put("status", received.status());
    headers(response, received.headers());
    body(response, received.body(), received.bodySize());
  }

  private static void headers(ObjectNode node, List<Exchange.Header> headers) {
    ArrayNode list = node.putArray("headers");
    headers.forEach(
        header -> list.addObject().put("name", header.name()).put("value", header.value()));
  }

  /** As text where it is text to the byte, else in Base64. */
  private static void body(ObjectNode node, Bytes body, long size) {
    String text = body.text();
    if (Bytes.of(text).equals(body)) {
      node.put("body", text);
    } else {
      node.put("bodyBase64", Base64.getEncoder().encodeToString(body.toArray()));
    }
    node.put("bodySize", size);
  }

  /**
   * Reads what was written.
   *
   * @throws IllegalArgumentException when it is something else
   */
  static Exchanges.Kept read(JsonNode node) {
    List<Exchange> exchanges = new ArrayList<>();
    node.required("exchanges").forEach(exchange -> exchanges.add(exchange(exchange)));
    return new Exchanges.Kept(reply(node), exchanges);
  }

  private static Exchange exchange(JsonNode node) {
    JsonNode request = node.required("request");
    JsonNode response = node.path("response");
    return new Exchange(
        node.required("provider").asString(),
        Protocol.named(node.required("protocol").asString())
            .orElseThrow(() -> new IllegalArgumentException("unknown protocol")),
        new Exchange.Request(
            request.required("method").asString(),
            request.required("url").asString(),
            headers(request),
            body(request),
            request.required("bodySize").asLong()),
        response.isObject()
            ? new Exchange.Response(
                response.required("status").asInt(),
                headers(response),
                body(response),
                response.required("bodySize").asLong())
            : null);
  }

  private static List<Exchange.Header> headers(JsonNode node) {
    List<Exchange.Header> headers = new ArrayList<>();
    for (JsonNode header : node.required("headers")) {
      headers.add(
          new Exchange.Header(
              header.required("name").asString(), header.required("value").asString()));
    }
    return headers;
  }

  private static Bytes body(JsonNode node) {
    return node.has("bodyBase64")
        ? Bytes.owning(Base64.getDecoder().decode(node.path("bodyBase64").asString()))
        : Bytes.of(node.required("body").asString());
  }

  private static Reply reply(JsonNode node) {
    List<Part> parts = new ArrayList<>();
    String reasoning = text(node.path("reasoning"));
    if (reasoning != null) {
      parts.add(new Part.Reasoning(reasoning, null));
    }
    parts.add(new Part.Text(node.required("text").asString()));
    for (JsonNode picture : node.path("pictures")) {
      parts.add(new Part.Picture(new Blob(picture.asString(), "image/*", 0, "")));
    }
    for (JsonNode citation : node.required("citations")) {
      parts.add(
          new Part.Citation(citation.required("url").asString(), text(citation.path("title"))));
    }
    return new Reply(
        UUID.fromString(node.required("reply").asString()),
        ModelRef.parse(node.required("model").asString()),
        ReplyState.of(node.required("state").asString()),
        parts,
        outcome(node),
        Timing.NONE);
  }

  private static Outcome outcome(JsonNode node) {
    JsonNode error = node.path("error");
    Failure failure =
        error.isObject()
            ? Failure.of(
                FailureKind.of(error.required("kind").asString()),
                error.path("message").asString(""))
            : null;
    return new Outcome(
        new Outcome.Origin(text(node.path("reportedModel")), text(node.path("requestId"))),
        text(node.path("finishReason")),
        usage(node.path("usage")),
        null,
        List.of(),
        failure);
  }

  private static @Nullable Usage usage(JsonNode usage) {
    return usage.isObject()
        ? new Usage(
            count(usage, "inputTokens"),
            count(usage, "outputTokens"),
            count(usage, "cachedTokens"),
            count(usage, "reasoningTokens"),
            count(usage, "cacheWriteTokens"),
            count(usage, "searches"))
        : null;
  }

  private static @Nullable Long count(JsonNode usage, String name) {
    return usage.path(name).isNumber() ? usage.path(name).asLong() : null;
  }

  private static @Nullable String text(JsonNode node) {
    return node.isString() ? node.asString() : null;
  }
}
