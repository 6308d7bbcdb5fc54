package dev.polylogue.provider.http;

import java.time.Duration;
import java.util.List;
import okhttp3.Call;
import okhttp3.ConnectionSpec;
import okhttp3.CookieJar;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;

/**
 * The one factory of HTTP clients. Redirects are never followed, since OkHttp would hand {@code
 * api-key} and the prompt to the next host (T08); no cookies are kept (T11); nothing is cached.
 */
public final class SafeClient {
  private SafeClient() {}

  /** One client is enough for the whole program. */
  public static OkHttpClient create() {
    return new OkHttpClient.Builder()
        .followRedirects(false)
        .followSslRedirects(false)
        .cookieJar(CookieJar.NO_COOKIES)
        .connectionSpecs(List.of(ConnectionSpec.MODERN_TLS, ConnectionSpec.CLEARTEXT))
        .connectTimeout(Duration.ofSeconds(10))
        .writeTimeout(Duration.ofSeconds(60))
        .readTimeout(Duration.ofSeconds(120))
        .callTimeout(Duration.ZERO)
        .pingInterval(Duration.ofSeconds(20))
        .eventListenerFactory(SafeClient::listener)
        .build();
  }

  private static EventListener listener(Call call) {
    EventListener progress = call.request().tag(Progress.class);
    return progress == null ? EventListener.NONE : progress;
  }
}
