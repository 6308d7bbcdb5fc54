package dev.polylogue.provider.http;

import dev.polylogue.conversation.Bytes;
import dev.polylogue.conversation.Exchange;
import dev.polylogue.conversation.FailureKind;
import dev.polylogue.provider.ChatEvent;
import dev.polylogue.provider.ProviderException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;

/**
 * Fetches one picture that an answer names by address (F100): once, without a key or any header of
 * the provider's, never where a redirect leads, and from nowhere but the provider's own origin
 * without encryption or inside the user's own network. One thread fetches; any may close.
 */
final class ResultFetch {
  private static final Limits LIMITS = new Limits(Duration.ofSeconds(60), Duration.ofMinutes(10));
  private static final long MOST_BYTES = 50L << 20;

  private final OkHttpClient client;
  private final Endpoint endpoint;
  private final HttpUrl address;
  private final Call call;
  private final Watchdog watchdog = new Watchdog(LIMITS);
  private final ExchangeRecord exchange;

  /**
   * @throws ProviderException when the address must not be called
   */
  ResultFetch(OkHttpClient shared, Endpoint endpoint, String named) throws ProviderException {
    this.endpoint = endpoint;
    HttpUrl parsed = HttpUrl.parse(named);
    if (parsed == null || !parsed.username().isEmpty() || !parsed.password().isEmpty()) {
      throw failed("its address can't be used");
    }
    address = parsed;
    boolean own = isOfProvider();
    if (!address.isHttps() && !own) {
      throw failed("its address is not https://");
    }
    if (!own && isNumberInside()) {
      throw inside();
    }
    client = own ? shared : shared.newBuilder().dns(new PublicHosts(shared.dns())).build();
    Progress progress = new Progress(watchdog);
    Request request =
        new Request.Builder()
            .url(address)
            .header("User-Agent", "Polylogue")
            .header("Accept", "image/*")
            .header("Accept-Encoding", "identity")
            .tag(Progress.class, progress)
            .build();
    call = client.newCall(request);
    exchange = new ExchangeRecord(endpoint, new Redactor(), request, Recording.LENGTH_ONLY);
  }

  /**
   * The provider's own origin, whatever this computer is called in it. Another port is another
   * server, which never asked to be called by this one.
   */
  private boolean isOfProvider() {
    boolean sameHost =
        address.host().equals(endpoint.host())
            || (endpoint.isLocal() && Endpoint.isLoopback(address.host()));
    return sameHost
        && address.port() == endpoint.port()
        && address.isHttps() == endpoint.isSecure();
  }

  /** A host written in numbers is not looked up, so its number is looked at here. */
  private boolean isNumberInside() {
    String host = address.host();
    boolean number = host.contains(":") || host.matches("[0-9.]+");
    try {
      return Endpoint.isLoopback(host)
          || host.endsWith(".localhost")
          || (number && PublicHosts.isInside(InetAddress.getByName(host)));
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /** Behind a proxy names are looked up by the proxy, which may well know those of the inside. */
  private void lookBehindProxy() throws PublicHosts.InsideException {
    boolean proxied =
        client.proxySelector().select(address.uri()).stream()
            .anyMatch(proxy -> proxy.type() != Proxy.Type.DIRECT);
    try {
      if (proxied) {
        client.dns().lookup(address.host());
      }
    } catch (PublicHosts.InsideException e) {
      throw e;
    } catch (UnknownHostException e) {
      // so only the proxy knows it
    }
  }

  ChatEvent.Pictured fetch() throws ProviderException {
    try {
      lookBehindProxy();
    } catch (PublicHosts.InsideException e) {
      throw inside();
    }
    try (Response response = call.execute()) {
      BufferedSource body = exchange.receive(response, watchdog);
      int status = response.code();
      if (status >= 300 && status < 400) {
        throw failed("its address leads elsewhere (%d), which is not followed".formatted(status));
      }
      if (status != 200) {
        throw failed(
            status == 403 || status == 404 || status == 410
                ? "its address is no longer valid (%d)".formatted(status)
                : "%s answered %d".formatted(address.host(), status));
      }
      if (response.body().contentLength() > MOST_BYTES || body.request(MOST_BYTES + 1)) {
        throw failed("it is larger than %d MB".formatted(MOST_BYTES >> 20));
      }
      byte[] bytes = body.readByteArray();
      Optional<String> type = PictureBytes.mediaType(bytes);
      return new ChatEvent.Pictured(
          Bytes.owning(bytes), type.orElseThrow(() -> failed("what is there is no picture")));
    } catch (PublicHosts.InsideException e) {
      throw inside();
    } catch (IOException e) {
      throw failed(
          watchdog.bite() == null
              ? "%s could not be reached or broke off".formatted(address.host())
              : "%s took too long".formatted(address.host()));
    }
  }

  private ProviderException inside() {
    return failed("its address leads into your own network");
  }

  /**
   * @param why half a sentence
   */
  private ProviderException failed(String why) {
    return ProviderException.failed(
        FailureKind.PROTOCOL,
        "%s made a picture that could not be fetched: %s. It may have been billed."
            .formatted(endpoint.name(), why));
  }

  Exchange exchange() {
    return exchange.exchange();
  }

  void close() {
    call.cancel();
  }
}
