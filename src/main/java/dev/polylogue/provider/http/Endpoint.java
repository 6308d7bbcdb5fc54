package dev.polylogue.provider.http;

import dev.polylogue.conversation.FailureKind;
import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.provider.KeySource;
import dev.polylogue.provider.ProviderException;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.BufferedSink;

/**
 * Builds requests to one provider. Its key goes into one header, to one origin, and is asked for
 * anew at each request. Immutable.
 */
public final class Endpoint {
  private static final MediaType JSON = MediaType.get("application/json");

  /** Header that carries the key, without {@code Bearer} before it, such as {@code api-key}. */
  private static final String KEY_HEADER = "key-header";

  private static final String API_VERSION = "api-version";
  private static final String ALLOW_HTTP = "allow-http";

  private final ProviderSettings settings;
  private final KeySource key;
  private final HttpUrl base;

  private Endpoint(ProviderSettings settings, KeySource key, HttpUrl base) {
    this.settings = settings;
    this.key = key;
    this.base = base;
  }

  /**
   * Checks the address and keeps the way to the key.
   *
   * @throws ProviderException of kind {@code bad_request} when the address can't be used; {@code
   *     http://} is for this computer only, unless the option {@code allow-http} is {@code true}
   *     (T23)
   */
  public static Endpoint of(ProviderSettings settings, KeySource key) throws ProviderException {
    URI address = settings.baseUrl();
    String scheme = address.getScheme();
    if (scheme == null || !Set.of("http", "https").contains(scheme.toLowerCase(Locale.ROOT))) {
      throw unusable(
          "The address of %s, \"%s\", needs https:// in front (http:// for this computer)."
              .formatted(settings.id(), address));
    }
    HttpUrl base = HttpUrl.parse(address.toString());
    if (base == null) {
      throw unusable(
          "The address of %s, \"%s\", is not a web address.".formatted(settings.id(), address));
    }
    if (!base.isHttps() && !isLoopback(base.host()) && !isOn(settings, ALLOW_HTTP)) {
      throw unusable(
          "%s would be spoken to over plain http://, readable on the way. Use https://, or allow it with the option allow-http=true."
              .formatted(base.host()));
    }
    return new Endpoint(settings, key, base);
  }

  private static ProviderException unusable(String sentence) {
    return ProviderException.failed(FailureKind.BAD_REQUEST, sentence);
  }

  private static boolean isOn(ProviderSettings settings, String option) {
    return "true".equalsIgnoreCase(settings.options().get(option));
  }

  public boolean isLocal() {
    return isLoopback(base.host());
  }

  private static boolean isLoopback(String host) {
    return host.equals("localhost") || host.equals("::1") || host.startsWith("127.");
  }

  /** Host and port as shown in messages: {@code localhost:1234}. */
  public String name() {
    boolean usual = base.port() == HttpUrl.defaultPort(base.scheme());
    return usual ? base.host() : base.host() + ":" + base.port();
  }

  /** The name that the user gave the provider. */
  public String provider() {
    return settings.id();
  }

  /** A quirk of the provider, see {@link ProviderSettings#options}. */
  public String option(String name, String otherwise) {
    return settings.options().getOrDefault(name, otherwise);
  }

  public Request get(String path, Redactor redactor) throws ProviderException {
    return request(path, redactor).header("Accept", "application/json").build();
  }

  /** A POST whose body can't be sent a second time by anything below us (T12). */
  public Request post(String path, byte[] body, Redactor redactor) throws ProviderException {
    return request(path, redactor)
        .header("Accept", "text/event-stream, application/json;q=0.9")
        .post(new OnceBody(body))
        .build();
  }

  private Request.Builder request(String path, Redactor redactor) throws ProviderException {
    Request.Builder request = new Request.Builder().url(url(path));
    request.header("User-Agent", "Polylogue");
    try {
      settings.headers().forEach(request::header);
      Optional<String> secret = key.key();
      if (secret.isPresent()) {
        redactor.hide(secret.get());
        String header = option(KEY_HEADER, "Authorization");
        boolean bearer = header.equalsIgnoreCase("Authorization");
        request.header(header, bearer ? "Bearer " + secret.get() : secret.get());
      }
    } catch (IllegalArgumentException e) {
      throw ProviderException.failed(
          FailureKind.AUTH,
          "A header or the key of %s holds a character that can't be sent, such as a line break."
              .formatted(settings.id()));
    }
    return request;
  }

  private HttpUrl url(String path) {
    HttpUrl.Builder url = base.newBuilder();
    String written = base.encodedPath();
    String known = "/" + path;
    String trimmed = written.endsWith("/") ? written.substring(0, written.length() - 1) : written;
    url.encodedPath(trimmed.endsWith(known) ? trimmed : trimmed + known);
    String version = settings.options().get(API_VERSION);
    if (version != null) {
      url.setQueryParameter(API_VERSION, version);
    }
    return url.build();
  }

  /** Sent once or not at all. */
  private static final class OnceBody extends RequestBody {
    private final byte[] bytes;

    OnceBody(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public MediaType contentType() {
      return JSON;
    }

    @Override
    public long contentLength() {
      return bytes.length;
    }

    @Override
    public boolean isOneShot() {
      return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      sink.write(bytes);
    }
  }
}
