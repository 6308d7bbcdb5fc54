package dev.polylogue.provider.net;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A proxy as people write it: {@code http://host:port}, {@code host:port}, {@code
 * http://name:password@host:port}, {@code socks5://host:port}.
 *
 * @param authorization value of the header that names the user to the proxy, or null
 */
record ProxyAddress(Proxy proxy, @Nullable String authorization) {

  /**
   * @param source where it was written, for the message
   * @throws IllegalArgumentException with a sentence for the user
   */
  static ProxyAddress parse(String written, String source) {
    URI uri = uri(written.strip(), source);
    String host = uri.getHost();
    if (host == null) {
      throw unusable(source);
    }
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    boolean socks = scheme.startsWith("socks");
    if (!socks && !scheme.equals("http")) {
      throw new IllegalArgumentException(
          "%s names a proxy that is spoken to by %s://; only http:// and socks5:// are known."
              .formatted(source, scheme));
    }
    int usual = socks ? 1080 : 80;
    return new ProxyAddress(
        new Proxy(
            socks ? Proxy.Type.SOCKS : Proxy.Type.HTTP,
            InetSocketAddress.createUnresolved(
                host.startsWith("[") ? host.substring(1, host.length() - 1) : host,
                uri.getPort() < 0 ? usual : uri.getPort())),
        authorization(uri.getRawUserInfo()));
  }

  private static URI uri(String written, String source) {
    try {
      return new URI(written.contains("://") ? written : "http://" + written);
    } catch (URISyntaxException e) {
      throw unusable(source);
    }
  }

  /** Without what was written, which may hold a password. */
  private static IllegalArgumentException unusable(String source) {
    return new IllegalArgumentException(
        "%s does not name a proxy; write http://HOST:PORT.".formatted(source));
  }

  private static @Nullable String authorization(@Nullable String userInfo) {
    if (userInfo == null) {
      return null;
    }
    String plain = URLDecoder.decode(userInfo.replace("+", "%2B"), StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }
}
