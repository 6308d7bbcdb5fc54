package dev.polylogue.conversation;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where models run, as the user set it up. Holds no key, only where to find one.
 *
 * @param id the first half of a {@link ModelRef}
 * @param protocol a {@link Protocol} word
 * @param baseUrl the address up to and without the protocol's own path: {@code https://api.x.ai/v1}
 * @param keyVariable the environment variable that holds the key, or null
 * @param headers sent with each request
 * @param options quirks of this provider as data, such as {@code api-version}
 */
public record ProviderSettings(
    String id,
    Protocol protocol,
    URI baseUrl,
    @Nullable String keyVariable,
    Map<String, String> headers,
    Map<String, String> options) {

  public ProviderSettings {
    headers = Map.copyOf(headers);
    options = Map.copyOf(options);
  }

  /** Scheme, host and port: a key given for one origin is never sent to another. */
  public String origin() {
    int port = baseUrl.getPort();
    int known = baseUrl.getScheme().equals("https") ? 443 : 80;
    return baseUrl.getScheme() + "://" + baseUrl.getHost() + ":" + (port < 0 ? known : port);
  }
}
