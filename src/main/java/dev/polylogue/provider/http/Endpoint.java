package dev.polylogue.provider.http;

import dev.polylogue.conversation.FailureKind;
import dev.polylogue.conversation.Loopback;
import dev.polylogue.conversation.Protocol;
import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.provider.KeySource;
import dev.polylogue.provider.ProviderException;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.Request;

/**
 * Builds requests to one provider. Its key goes into one header, to one origin, and is asked for
 * anew at each request. Immutable.
 */
public final class Endpoint {
  /**
   * Header that carries the key, such as {@code api-key}; in {@code Authorization} it stands behind
   * {@code Bearer}. Without it the protocol's own is used.
   */
  private static final String KEY_HEADER = "key-header";

  private static final String API_VERSION = "api-version";

  /** What is said in messages in place of a host and port of this computer that nobody chose. */
  private static final String SHOWN_AS = "shown-as";

  private static final String ALLOW_HTTP = "allow-http";

  private final ProviderSettings settings;
  private final KeySource key;
  private final HttpUrl base;
  private final Limits limits;

  private Endpoint(ProviderSettings settings, KeySource key, HttpUrl base, Limits limits) {
    this.settings = settings;
    this.key = key;
    this.base = base;
    this.limits = limits;
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
    if (!base.username().isEmpty() || !base.password().isEmpty() || holdsKey(base)) {
      throw unusable(
          "The address of %s holds a password or key, which would be stored and shown with it. Leave it out, and give it as the key of the provider."
              .formatted(settings.id()));
    }
    if (!base.isHttps() && !Loopback.isIt(base.host()) && !isOn(settings, ALLOW_HTTP)) {
      throw unusable(
          "%s would be spoken to over plain http://, readable on the way. Use https://, or allow it with the option allow-http=true."
              .formatted(base.host()));
    }
    try {
      return new Endpoint(settings, key, base, Limits.of(settings));
    } catch (IllegalArgumentException e) {
      throw unusable(String.valueOf(e.getMessage()));
    }
  }

  /** Such as Gemini's {@code ?key=}, which ends in logs ({@code providers.md}, 7). */
  private static boolean holdsKey(HttpUrl address) {
    return address.queryParameterNames().stream()
        .anyMatch(name -> name.equalsIgnoreCase("key") || ProviderSettings.isSecret(name));
  }

  private static ProviderException unusable(String sentence) {
    return ProviderException.failed(FailureKind.BAD_REQUEST, sentence);
  }

  private static boolean isOn(ProviderSettings settings, String option) {
    return "true".equalsIgnoreCase(settings.options().get(option));
  }

  /** The same for pictures, whose making is silent for long ({@code providers.md}, 3). */
  public Endpoint forPictures() {
    return new Endpoint(settings, key, base, Limits.ofPictures(settings));
  }

  public boolean isLocal() {
    return Loopback.isIt(base.host());
  }

  /** The host as in the address. */
  String host() {
    return base.host();
  }

  int port() {
    return base.port();
  }

  boolean isSecure() {
    return base.isHttps();
  }

  /** Host and port as shown in messages: {@code localhost:1234}; the sandbox by its name. */
  public String name() {
    boolean usual = base.port() == HttpUrl.defaultPort(base.scheme());
    String host = usual ? base.host() : base.host() + ":" + base.port();
    return isLocal() ? option(SHOWN_AS, host) : host;
  }

  /** The name that the user gave the provider. */
  public String provider() {
    return settings.id();
  }

  /** A quirk of the provider, see {@link ProviderSettings#options}. */
  public String option(String name, String otherwise) {
    return settings.options().getOrDefault(name, otherwise);
  }

  Limits limits() {
    return limits;
  }

  /** By which answers are read. */
  Protocol protocol() {
    return settings.protocol();
  }

  /** Who says what this endpoint says when this model is asked: for state to be sent back. */
  public String voice(String model) {
    return settings.protocol().word() + " " + settings.origin() + " " + model;
  }

  Request get(
      String path, Map<String, String> query, Map<String, String> headers, Redactor redactor)
      throws ProviderException {
    return request(path, query, headers, redactor).header("Accept", "application/json").build();
  }

  /** A POST whose body can't be sent a second time by anything below us (T12). */
  Request post(WireRequest wire, Redactor redactor) throws ProviderException {
    return request(wire.path(), wire.query(), wire.headers(), redactor)
        .header("Accept", "text/event-stream, application/json;q=0.9")
        .post(OnceBody.of(wire.body()))
        .build();
  }

  private Request.Builder request(
      String path, Map<String, String> query, Map<String, String> headers, Redactor redactor)
      throws ProviderException {
    Request.Builder request = new Request.Builder().url(url(path, query));
    request.header("User-Agent", "Polylogue");
    try {
      headers.forEach(request::header);
      settings.headers().forEach(request::header);
      settings.headers().forEach(redactor::hideHeader);
      Optional<String> secret = key.key();
      if (secret.isPresent()) {
        redactor.hide(secret.get());
        String header = option(KEY_HEADER, usualKeyHeader());
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

  /** As the protocol's inventor has it ({@code providers.md}, 2). */
  private String usualKeyHeader() {
    return switch (settings.protocol()) {
      case OPENAI_CHAT, OPENAI_RESPONSES -> "Authorization";
      case ANTHROPIC -> "x-api-key";
      case GEMINI -> "x-goog-api-key";
    };
  }

  private HttpUrl url(String path, Map<String, String> query) {
    HttpUrl.Builder url = base.newBuilder();
    String written = base.encodedPath();
    String known = "/" + path;
    String trimmed = written.endsWith("/") ? written.substring(0, written.length() - 1) : written;
    url.encodedPath(trimmed.endsWith(known) ? trimmed : trimmed + known);
    String version = settings.options().get(API_VERSION);
    if (version != null) {
      url.setQueryParameter(API_VERSION, version);
    }
    query.forEach(url::setQueryParameter);
    return url.build();
  }
}
