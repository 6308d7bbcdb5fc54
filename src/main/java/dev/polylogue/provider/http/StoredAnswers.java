package dev.polylogue.provider.http;

import dev.polylogue.conversation.Exchange;
import java.io.IOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * Answers requests with what was stored, in its order, so that it is read again by the very code
 * that reads the wire. Nothing reaches the network: no request is ever passed on.
 */
public final class StoredAnswers implements Interceptor {
  private static final MediaType ANY = MediaType.get("application/octet-stream");

  private final Queue<Exchange> left;

  private StoredAnswers(List<Exchange> exchanges) {
    left = new ConcurrentLinkedQueue<>(exchanges);
  }

  /** A client that knows nothing but these answers. */
  public static OkHttpClient client(List<Exchange> exchanges) {
    return new OkHttpClient.Builder().addInterceptor(new StoredAnswers(exchanges)).build();
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Exchange next = left.poll();
    Exchange.Response stored = next == null ? null : next.response();
    if (stored == null) {
      throw new IOException("no answer was stored");
    }
    Headers.Builder headers = new Headers.Builder();
    stored.headers().forEach(header -> headers.addUnsafeNonAscii(header.name(), header.value()));
    return new Response.Builder()
        .request(chain.request())
        .protocol(Protocol.HTTP_1_1)
        .code(stored.status())
        .message("stored")
        .headers(headers.build())
        .body(ResponseBody.create(stored.body().toArray(), ANY))
        .build();
  }
}
