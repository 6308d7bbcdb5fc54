package dev.polylogue.provider.http;

import dev.polylogue.provider.net.Network;
import dev.polylogue.provider.net.PeerTrust;
import java.io.IOException;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.ConnectionSpec;
import okhttp3.CookieJar;
import okhttp3.EventListener;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;
import org.jspecify.annotations.Nullable;

/**
 * The one factory of HTTP clients. Redirects are never followed, since OkHttp would hand {@code
 * api-key} and the prompt to the next host (T08); no cookies are kept (T11); nothing is cached. How
 * long a call may be silent is not OkHttp's but the {@link Watchdog}'s business.
 */
public final class SafeClient {
  private static final String PROXY_AUTHORIZATION = "Proxy-Authorization";

  private SafeClient() {}

  /** A client without proxies and added certificates. */
  public static OkHttpClient create() {
    return create(Network.direct());
  }

  /** One client is enough for the whole program. */
  public static OkHttpClient create(Network network) {
    OkHttpClient.Builder builder = new OkHttpClient.Builder();
    HostnameVerifier usual = usualVerifier();
    return builder
        .followRedirects(false)
        .followSslRedirects(false)
        .cookieJar(CookieJar.NO_COOKIES)
        .connectionSpecs(List.of(ConnectionSpec.MODERN_TLS, ConnectionSpec.CLEARTEXT))
        .sslSocketFactory(network.trust(), network.trust().nobody())
        .hostnameVerifier(
            (host, session) ->
                usual.verify(host, session) || isAdded(network.trust(), host, session))
        .proxySelector(network.proxies())
        .proxyAuthenticator((route, response) -> introduce(network, route, response))
        .connectTimeout(Duration.ofSeconds(10))
        .writeTimeout(Duration.ofSeconds(60))
        .readTimeout(Duration.ZERO)
        .callTimeout(Duration.ZERO)
        .pingInterval(Duration.ofSeconds(20))
        .addNetworkInterceptor(SafeClient::notTwice)
        .eventListenerFactory(call -> listener(call, network))
        .build();
  }

  /**
   * One HTTP/1 connection for one request: one that waited may have gone stale, which shows only
   * when a request that must not be repeated is written to it (F11). HTTP/2 says when it is over.
   */
  private static Response notTwice(Interceptor.Chain chain) throws IOException {
    Connection connection = chain.connection();
    boolean shared = connection != null && connection.protocol() == Protocol.HTTP_2;
    return chain.proceed(
        shared
            ? chain.request()
            : chain.request().newBuilder().header("Connection", "close").build());
  }

  /** OkHttp's own. A client without encryption reads no certificates to hand it over. */
  private static HostnameVerifier usualVerifier() {
    return new OkHttpClient.Builder()
        .connectionSpecs(List.of(ConnectionSpec.CLEARTEXT))
        .build()
        .hostnameVerifier();
  }

  /** The name need not fit a certificate that the user looked at and added for this host. */
  private static boolean isAdded(PeerTrust trust, String host, SSLSession session) {
    try {
      Certificate[] shown = session.getPeerCertificates();
      return shown.length > 0 && trust.isAdded(host, shown[0]);
    } catch (SSLPeerUnverifiedException e) {
      return false;
    }
  }

  /** Once: a proxy that refuses what it was told is not asked again. */
  private static @Nullable Request introduce(
      Network network, @Nullable Route route, Response asked) {
    if (route == null || asked.request().header(PROXY_AUTHORIZATION) != null) {
      return null;
    }
    return network
        .proxies()
        .authorization(route.proxy())
        .map(known -> asked.request().newBuilder().header(PROXY_AUTHORIZATION, known).build())
        .orElse(null);
  }

  private static EventListener listener(Call call, Network network) {
    Progress progress = call.request().tag(Progress.class);
    return progress == null ? EventListener.NONE : progress.under(network.timer());
  }
}
