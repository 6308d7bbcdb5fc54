package dev.polylogue.provider.http;

import dev.polylogue.conversation.FailureKind;
import dev.polylogue.conversation.Loopback;
import dev.polylogue.provider.ProviderException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.UnknownHostException;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Where a picture lies that an answer names by address (F100): nowhere but at the provider's own
 * origin without encryption or inside the user's own network. Immutable.
 */
record ResultAddress(Endpoint endpoint, HttpUrl url) {
  /**
   * @throws ProviderException when the address must not be called
   */
  static ResultAddress of(Endpoint endpoint, String named) throws ProviderException {
    return checked(endpoint, HttpUrl.parse(named));
  }

  private static ResultAddress checked(Endpoint endpoint, @Nullable HttpUrl url)
      throws ProviderException {
    if (url == null || !url.username().isEmpty() || !url.password().isEmpty()) {
      throw failed(endpoint, "its address can't be used");
    }
    ResultAddress address = new ResultAddress(endpoint, url);
    if (!url.isHttps() && !address.isOfProvider()) {
      throw address.failed("its address is not https://");
    }
    if (!address.isOfProvider() && address.isNumberInside()) {
      throw address.inside();
    }
    return address;
  }

  /**
   * Where it leads on to, of which all holds that holds of the first.
   *
   * @param location as the host there says it
   * @throws ProviderException when that is another origin, which nobody named
   */
  ResultAddress onward(@Nullable String location) throws ProviderException {
    HttpUrl next = location == null ? null : url.resolve(location);
    if (next != null
        && (!next.host().equals(url.host())
            || next.port() != url.port()
            || next.isHttps() != url.isHttps())) {
      throw failed(
          "its address leads elsewhere (to %s), which is not followed".formatted(next.host()));
    }
    return checked(endpoint, next);
  }

  /** A client that calls it, and looks up no name for it that leads inside. */
  OkHttpClient client(OkHttpClient shared) {
    return isOfProvider() ? shared : shared.newBuilder().dns(new PublicHosts(shared.dns())).build();
  }

  /**
   * The provider's own origin, whatever this computer is called in it. Another port is another
   * server, which never asked to be called by this one.
   */
  private boolean isOfProvider() {
    boolean sameHost =
        url.host().equals(endpoint.host()) || (endpoint.isLocal() && Loopback.isIt(url.host()));
    return sameHost && url.port() == endpoint.port() && url.isHttps() == endpoint.isSecure();
  }

  /** A host written in numbers is not looked up, so its number is looked at here. */
  private boolean isNumberInside() {
    String host = url.host();
    boolean number = host.contains(":") || host.matches("[0-9.]+");
    try {
      return Loopback.isIt(host)
          || host.endsWith(".localhost")
          || (number && PublicHosts.isInside(InetAddress.getByName(host)));
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /** Behind a proxy names are looked up by the proxy, which may well know those of the inside. */
  void lookBehindProxy(OkHttpClient client) throws ProviderException {
    boolean proxied =
        client.proxySelector().select(url.uri()).stream()
            .anyMatch(proxy -> proxy.type() != Proxy.Type.DIRECT);
    try {
      if (proxied) {
        client.dns().lookup(url.host());
      }
    } catch (PublicHosts.InsideException e) {
      throw inside();
    } catch (UnknownHostException e) {
      // so only the proxy knows it
    }
  }

  ProviderException inside() {
    return failed("its address leads into your own network");
  }

  /**
   * @param why half a sentence
   */
  ProviderException failed(String why) {
    return failed(endpoint, why);
  }

  private static ProviderException failed(Endpoint endpoint, String why) {
    return ProviderException.failed(
        FailureKind.PROTOCOL,
        "%s made a picture that could not be fetched: %s. It may have been billed."
            .formatted(endpoint.name(), why));
  }
}
