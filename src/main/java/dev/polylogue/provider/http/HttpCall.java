package dev.polylogue.provider.http;

import dev.polylogue.conversation.FailureKind;
import dev.polylogue.provider.ChatStream;
import dev.polylogue.provider.ProviderException;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** One request and its answer. One thread executes and reads; any thread may cancel. */
public final class HttpCall {
  private final Endpoint endpoint;
  private final Call call;
  private final Progress progress = new Progress();
  private final Redactor redactor;
  private volatile @Nullable Thread reader;
  private @Nullable Response response;

  public HttpCall(OkHttpClient client, Endpoint endpoint, Request request, Redactor redactor) {
    this.endpoint = endpoint;
    this.redactor = redactor;
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
    if (received.code() != 200) {
      try (received) {
        throw ProviderException.failed(StatusFailures.of(received, endpoint, redactor));
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
    return received.body().source();
  }

  /** The provider's own name for the request, or null. */
  public @Nullable String requestId() {
    return response == null ? null : StatusFailures.requestId(response);
  }

  /** Waits no longer than this for each further byte of the answer. */
  public void hurry(BufferedSource body, long seconds) {
    body.timeout().timeout(seconds, TimeUnit.SECONDS);
  }

  public ChatStream.Phase phase() {
    return progress.phase();
  }

  public Redactor redactor() {
    return redactor;
  }

  public Endpoint endpoint() {
    return endpoint;
  }

  /**
   * Any thread; ends a read in progress at once. The connection is let go when the reading thread
   * itself closes.
   */
  public void close() {
    call.cancel();
    if (Thread.currentThread().equals(reader) && response != null) {
      response.close();
    }
  }
}
