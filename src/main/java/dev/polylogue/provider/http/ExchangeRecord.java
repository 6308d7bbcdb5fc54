package dev.polylogue.provider.http;

import dev.polylogue.conversation.Bytes;
import dev.polylogue.conversation.Exchange;
import dev.polylogue.conversation.ProviderSettings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import okhttp3.Headers;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/** One request and its answer as they pass by, with every key taken out. Any thread may look. */
final class ExchangeRecord {
  private static final int MOST_REQUEST_BYTES = 1 << 20;
  private static final int MOST_RESPONSE_BYTES = 8 << 20;

  /** Read beyond the limit, so that a key across it is still seen whole and taken out. */
  private static final int BEYOND = 4 << 10;

  private final Endpoint endpoint;
  private final Redactor redactor;
  private final Request request;
  private final Recording recording;
  private volatile @Nullable Response response;
  private volatile @Nullable Tap tap;

  ExchangeRecord(Endpoint endpoint, Redactor redactor, Request request, Recording recording) {
    this.endpoint = endpoint;
    this.redactor = redactor;
    this.request = request;
    this.recording = recording;
  }

  /** From here on the body is copied while it is read. */
  BufferedSource receive(Response received, Watchdog watchdog) {
    response = received;
    int most = recording == Recording.LENGTH_ONLY ? 0 : MOST_RESPONSE_BYTES + BEYOND;
    PictureCut cut = recording == Recording.WITHOUT_PICTURES ? new PictureCut() : null;
    Tap opened = new Tap(received.body().source(), watchdog, most, cut);
    tap = opened;
    return Okio.buffer(opened);
  }

  Exchange exchange() {
    Kept sent = sent();
    return new Exchange(
        endpoint.provider(),
        endpoint.protocol(),
        new Exchange.Request(
            request.method(),
            redactor.clean(request.url().toString()),
            sentHeaders(),
            sent.bytes(),
            sent.size()),
        received());
  }

  /** Where pictures were sent, notes stand in their place and the size is that of all. */
  private Kept sent() {
    if (!(request.body() instanceof OnceBody body)) {
      return new Kept(Bytes.NONE, 0);
    }
    byte[] shown = body.record();
    byte[] beginning =
        shown.length <= MOST_REQUEST_BYTES
            ? shown
            : Arrays.copyOf(shown, Math.min(shown.length, MOST_REQUEST_BYTES + BEYOND));
    Kept kept = kept(beginning, shown.length, MOST_REQUEST_BYTES);
    boolean plain = shown.length == body.contentLength();
    return plain ? kept : new Kept(kept.bytes(), body.contentLength());
  }

  private Exchange.@Nullable Response received() {
    Response seen = response;
    Tap copy = tap;
    if (seen == null || copy == null) {
      return null;
    }
    Kept kept = kept(copy.bytes(), copy.size(), MOST_RESPONSE_BYTES);
    return new Exchange.Response(seen.code(), headersAndTrailers(seen), kept.bytes(), kept.size());
  }

  /** Trailers come behind the body; no protocol here gives them a meaning (F76). */
  private List<Exchange.Header> headersAndTrailers(Response seen) {
    List<Exchange.Header> all = new ArrayList<>(headers(seen.headers()));
    try {
      Headers trailers = seen.peekTrailers();
      if (trailers != null) {
        all.addAll(headers(trailers));
      }
    } catch (IOException | IllegalStateException e) {
      // the answer broke off before they came
    }
    return all;
  }

  /** What is kept of a body, and how long it is as a whole. */
  private record Kept(Bytes bytes, long size) {}

  /** Bytes stay as they are unless a key is in them. */
  private Kept kept(byte[] beginning, long size, int most) {
    Bytes whole = Bytes.owning(beginning);
    Bytes cleaned =
        redactor.isNeeded(whole.text()) ? Bytes.of(redactor.clean(whole.text())) : whole;
    if (size > beginning.length || size > most) {
      int length = Math.min(most, cleaned.size());
      return new Kept(Bytes.owning(Arrays.copyOf(cleaned.toArray(), length)), size);
    }
    return new Kept(cleaned, cleaned.size());
  }

  /** With the type of the body, which OkHttp adds on its way. */
  private List<Exchange.Header> sentHeaders() {
    List<Exchange.Header> headers = headers(request.headers());
    RequestBody sent = request.body();
    if (sent != null && sent.contentType() != null && request.header("Content-Type") == null) {
      headers.add(new Exchange.Header("Content-Type", sent.contentType().toString()));
    }
    return headers;
  }

  private List<Exchange.Header> headers(Headers headers) {
    List<Exchange.Header> cleaned = new ArrayList<>();
    for (int i = 0; i < headers.size(); i++) {
      String name = headers.name(i);
      String value =
          ProviderSettings.isSecret(name) ? Redactor.REMOVED : redactor.clean(headers.value(i));
      cleaned.add(new Exchange.Header(name, value));
    }
    return cleaned;
  }
}
