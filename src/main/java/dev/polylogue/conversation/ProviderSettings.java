package dev.polylogue.conversation;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Where models run, as the user set it up. Holds no key, only where to find one.
 *
 * @param id the first half of a {@link ModelRef}
 * @param protocol a {@link Protocol} word
 * @param baseUrl the address up to and without the protocol's own path: {@code https://api.x.ai/v1}
 * @param key where its key is found
 * @param headers sent with each request
 * @param options quirks of this provider as data, such as {@code api-version}
 */
public record ProviderSettings(
    String id,
    Protocol protocol,
    URI baseUrl,
    KeyPlace key,
    Map<String, String> headers,
    Map<String, String> options) {

  private static final Pattern KEY =
      Pattern.compile(
          "(?i).*(authorization|api-?key|subscription-key|secret|password|access-token).*");
  private static final Pattern TOKEN = Pattern.compile("(?i).*(cookie|-auth|auth-token).*");

  public ProviderSettings {
    headers = Map.copyOf(headers);
    options = Map.copyOf(options);
  }

  /** The same with its key somewhere else. */
  public ProviderSettings with(KeyPlace place) {
    return new ProviderSettings(id, protocol, baseUrl, place, headers, options);
  }

  /** Scheme, host and port: a key given for one origin is never sent to another. */
  public String origin() {
    String scheme = lower(baseUrl.getScheme());
    int port = baseUrl.getPort();
    int known = scheme.equals("https") ? 443 : 80;
    return scheme + "://" + lower(baseUrl.getHost()) + ":" + (port < 0 ? known : port);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /** Whether a header or parameter of this name carries the key of a provider. */
  public static boolean isKey(String name) {
    return KEY.matcher(name).matches();
  }

  /** Whether it carries a key, or what is as good as one, so that nobody is to see it. */
  public static boolean isSecret(String name) {
    return isKey(name) || TOKEN.matcher(name).matches();
  }

  /** The same provider spoken to in another way; name, key and headers stay. */
  public ProviderSettings at(Protocol changed, URI address, Map<String, String> withOptions) {
    return new ProviderSettings(id, changed, address, key, headers, withOptions);
  }
}
