package dev.polylogue.provider.net;

import dev.polylogue.conversation.Loopback;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which proxy leads to a host. This computer itself is always reached directly (T24).
 *
 * <p>{@code system} means what both kinds of user expect: the variables {@code HTTPS_PROXY}, {@code
 * HTTP_PROXY}, {@code ALL_PROXY} and {@code NO_PROXY} where they are set, else what the desktop is
 * set to. Immutable.
 */
public final class Proxies extends ProxySelector {
  /** As the user sets it: {@code system}, {@code none}, or the address of a proxy. */
  public static final String SYSTEM = "system";

  public static final String NONE = "none";

  private final Map<String, ProxyAddress> byScheme;
  private final Exemptions exemptions;
  private final @Nullable ProxySelector otherwise;

  private Proxies(
      Map<String, ProxyAddress> byScheme,
      Exemptions exemptions,
      @Nullable ProxySelector otherwise) {
    this.byScheme = Map.copyOf(byScheme);
    this.exemptions = exemptions;
    this.otherwise = otherwise;
  }

  /** No proxy at all. */
  public static Proxies none() {
    return new Proxies(Map.of(), Exemptions.parse(null), null);
  }

  /**
   * @param setting as the user set it
   * @param environment looks up an environment variable, null when it is not set
   * @param desktop what the desktop is set to, or null
   * @throws IllegalArgumentException with a sentence for the user when the setting or a variable
   *     does not name a proxy
   */
  public static Proxies of(
      String setting,
      Function<String, @Nullable String> environment,
      @Nullable ProxySelector desktop) {
    if (setting.equals(NONE)) {
      return none();
    }
    if (!setting.equals(SYSTEM)) {
      ProxyAddress fixed = ProxyAddress.parse(setting, "The proxy in the settings");
      return new Proxies(Map.of("http", fixed, "https", fixed), Exemptions.parse(null), null);
    }
    Map<String, ProxyAddress> found = new HashMap<>();
    for (String scheme : List.of("http", "https")) {
      variable(environment, scheme + "_proxy")
          .or(() -> variable(environment, "all_proxy"))
          .ifPresent(address -> found.put(scheme, address));
    }
    String exempt = value(environment, "no_proxy");
    return new Proxies(found, Exemptions.parse(exempt), desktop);
  }

  private static Optional<ProxyAddress> variable(
      Function<String, @Nullable String> environment, String name) {
    String written = value(environment, name);
    return written == null
        ? Optional.empty()
        : Optional.of(ProxyAddress.parse(written, "The environment variable " + upper(name)));
  }

  /** The small name first, as curl does. */
  private static @Nullable String value(
      Function<String, @Nullable String> environment, String name) {
    String small = environment.apply(name);
    String written = small == null ? environment.apply(upper(name)) : small;
    return written == null || written.isBlank() ? null : written;
  }

  private static String upper(String name) {
    return name.toUpperCase(Locale.ROOT);
  }

  @Override
  public List<Proxy> select(URI uri) {
    String host = bare(uri.getHost());
    int port = uri.getPort() >= 0 ? uri.getPort() : uri.getScheme().equals("https") ? 443 : 80;
    if (Loopback.isIt(host)) {
      return List.of(Proxy.NO_PROXY);
    }
    ProxyAddress known = byScheme.get(uri.getScheme());
    if (known != null) {
      return List.of(exemptions.cover(host, port) ? Proxy.NO_PROXY : known.proxy());
    }
    return otherwise == null ? List.of(Proxy.NO_PROXY) : otherwise.select(uri);
  }

  @Override
  public void connectFailed(URI uri, SocketAddress address, IOException failure) {
    if (otherwise != null) {
      otherwise.connectFailed(uri, address, failure);
    }
  }

  /** What a proxy is told of the user when it asks; empty when nothing is known. */
  public Optional<String> authorization(Proxy asking) {
    return byScheme.values().stream()
        .filter(known -> known.proxy().equals(asking))
        .findFirst()
        .map(ProxyAddress::authorization);
  }

  /** Host and port as shown in messages, never a name or a password. */
  public static String name(Proxy proxy) {
    return proxy.address() instanceof InetSocketAddress address
        ? address.getHostString() + ":" + address.getPort()
        : proxy.toString();
  }

  private static String bare(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }
}
