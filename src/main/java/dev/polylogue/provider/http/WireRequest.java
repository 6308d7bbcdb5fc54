package dev.polylogue.provider.http;

import dev.polylogue.conversation.Warning;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request as one protocol writes it.
 *
 * @param path behind the provider's address, such as {@code chat/completions}
 * @param query parameters of the address, such as {@code alt=sse}
 * @param headers beside those of the provider's settings, which win
 * @param warnings what could not be sent as the user set it
 */
public record WireRequest(
    String path,
    Map<String, String> query,
    Map<String, String> headers,
    WireBody body,
    List<Warning> warnings) {
  public WireRequest {
    query = Map.copyOf(query);
    headers = Map.copyOf(headers);
    warnings = List.copyOf(warnings);
  }

  public static WireRequest of(String path, ObjectNode body, List<Warning> warnings) {
    return new WireRequest(path, Map.of(), Map.of(), new WireBody.Tree(body), warnings);
  }

  /** The body of a request that is JSON. */
  public ObjectNode json() {
    return switch (body) {
      case WireBody.Tree(var json) -> json;
      case WireBody.Form _ -> throw new IllegalStateException("This request is a form.");
    };
  }

  /** The same request with another body. */
  WireRequest with(ObjectNode changed) {
    return new WireRequest(path, query, headers, new WireBody.Tree(changed), List.of());
  }
}
