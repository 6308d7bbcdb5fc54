package dev.polylogue.provider.http;

import dev.polylogue.conversation.Exchange;
import dev.polylogue.conversation.FailureKind;
import dev.polylogue.provider.ChatStream;
import dev.polylogue.provider.ProviderException;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** One request and its answer. One thread executes and reads; any thread may cancel. */
public final class HttpCall {
  /** A cancelled call that still hangs in a write is torn loose from its connection (F15). */
  private static final Duration LETTING_GO = Duration.ofMillis(250);

  private final Endpoint endpoint;
  private final Call call;
  private final Watchdog watchdog;
  private final Progress progress;
  private final Redactor redactor;
  private final ExchangeRecord exchange;
  private volatile @Nullable Thread reader;
  private @Nullable Response response;

  /** A request without a body. */
  public static HttpCall get(
      OkHttpClient client, Endpoint endpoint, String path, Map<String, String> query)
      throws ProviderException {
    return get(client, endpoint, path, query, Map.of());
  }

  /** The same with headers beside those of the provider's settings, which win. */
  public static HttpCall get(
      OkHttpClient client,
      Endpoint endpoint,
      String path,
      Map<String, String> query,
      Map<String, String> headers)
      throws ProviderException {
    Redactor redactor = new Redactor();
    Request request = endpoint.get(path, query, headers, redactor);
    return new HttpCall(client, endpoint, request, redactor, Recording.AS_IT_COMES);
  }

  /** A request that is sent once or not at all. */
  static HttpCall post(
      OkHttpClient client,
      Endpoint endpoint,
      WireRequest wire,
      Redactor redactor,
      Recording recording)
      throws ProviderException {
    Request request = endpoint.post(wire, redactor);
    return new HttpCall(client, endpoint, request, redactor, recording);
  }

  private HttpCall(
      OkHttpClient client,
      Endpoint endpoint,
      Request request,
      Redactor redactor,
      Recording recording) {
    this.endpoint = endpoint;
    this.redactor = redactor;
    this.exchange = new ExchangeRecord(endpoint, redactor, request, recording);
    this.watchdog = new Watchdog(endpoint.limits());
    this.progress = new Progress(watchdog);
    this.call = client.newCall(request.newBuilder().tag(Progress.class, progress).build());
  }

  /**
   * Sends the request once and waits for the answer's headers.
   *
   * @return the body of a 200
   * @throws ProviderException for every other status and for a call that did not get that far
   */
  public BufferedSource execute() throws ProviderException {
    reader = Thread.currentThread();
    Response received;
    try {
      received = call.execute();
    } catch (IOException e) {
      throw NetworkFailures.beforeAnswer(e, endpoint, progress);
    }
    response = received;
    BufferedSource body = exchange.receive(received, watchdog);
    if (received.code() != 200) {
      try (received) {
        throw StatusFailures.of(received, body, endpoint, redactor, progress.proxy());
      }
    }
    String encoding = received.header("Content-Encoding");
    if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      close();
      throw ProviderException.failed(
          FailureKind.PROTOCOL,
          "%s answered in the encoding \"%s\", which was not asked for and can't be read."
              .formatted(endpoint.name(), encoding));
    }
    return body;
  }

  /** The provider's own name for the request, or null. */
  public @Nullable String requestId() {
    String id = response == null ? null : StatusFailures.requestId(response);
    return id == null ? null : redactor.clean(id);
  }

  /** Waits no longer than this for each further byte of the answer. Any thread. */
  void hurry(Duration rest) {
    watchdog.hurry(rest);
  }

  /** What the end of the body means when it came as an exception. */
  ProviderException broken(IOException e) {
    return NetworkFailures.duringAnswer(e, endpoint, watchdog);
  }

  @Nullable Long connectMillis() {
    return progress.connectMillis();
  }

  public ChatStream.Phase phase() {
    return progress.phase();
  }

  /** What passed so far, without keys. Any thread. */
  public Exchange exchange() {
    return exchange.exchange();
  }

  /**
   * Any thread; ends a read in progress at once. The connection is let go when the reading thread
   * itself closes.
   */
  public void close() {
    call.cancel();
    watchdog.hurry(LETTING_GO);
    if (Thread.currentThread().equals(reader) && response != null) {
      response.close();
    }
  }
}
