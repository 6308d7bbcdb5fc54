package dev.polylogue.provider.azure;

import dev.polylogue.conversation.Protocol;
import dev.polylogue.conversation.ProviderSettings;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One way to a deployment.
 *
 * @param style in a few words, such as {@code v1 Responses}
 * @param baseUrl up to and without the protocol's own path
 * @param apiVersion the query parameter of older surfaces, or null
 */
public record Route(String style, Protocol protocol, URI baseUrl, @Nullable String apiVersion) {
  private static final String API_VERSION = "api-version";

  /** The whole address that a chat is sent to. */
  public String address() {
    String path =
        switch (protocol) {
          case OPENAI_CHAT -> "/chat/completions";
          case OPENAI_RESPONSES -> "/responses";
          case ANTHROPIC -> "/messages";
          case GEMINI -> throw new IllegalStateException("Azure does not speak Gemini.");
        };
    return baseUrl + path + (apiVersion == null ? "" : "?api-version=" + apiVersion);
  }

  /** As kept in the options of a provider: {@code openai-chat https://…?api-version=…}. */
  public String text() {
    String version = apiVersion == null ? "" : "?api-version=" + apiVersion;
    return protocol.word() + " " + baseUrl + version;
  }

  /** Reads what {@link #text} wrote; empty when it is something else. */
  public static Optional<Route> parse(String text) {
    String[] words = text.strip().split(" ", 2);
    Optional<Protocol> protocol = Protocol.named(words[0]);
    if (protocol.isEmpty() || words.length < 2) {
      return Optional.empty();
    }
    String[] halves = words[1].split("\\?api-version=", 2);
    return Optional.of(
        new Route(
            "pinned", protocol.get(), URI.create(halves[0]), halves.length < 2 ? null : halves[1]));
  }

  /** The provider as it is by this route; key, headers and other options stay. */
  public ProviderSettings on(ProviderSettings provider) {
    Map<String, String> options = new LinkedHashMap<>(provider.options());
    options.remove(API_VERSION);
    if (apiVersion != null) {
      options.put(API_VERSION, apiVersion);
    }
    options.put("key-header", protocol == Protocol.ANTHROPIC ? "x-api-key" : "api-key");
    return provider.at(protocol, baseUrl, options);
  }
}
