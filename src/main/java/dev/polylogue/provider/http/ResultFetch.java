package dev.polylogue.provider.http;

import dev.polylogue.conversation.Bytes;
import dev.polylogue.conversation.Exchange;
import dev.polylogue.provider.ChatEvent;
import dev.polylogue.provider.ProviderException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;

/**
 * Fetches one picture that an answer names by address (F100): without a key or any header of the
 * provider's, and only as far as it is passed on at the very host that was named. One thread
 * fetches; any may close.
 */
final class ResultFetch {
  private static final Limits LIMITS = new Limits(Duration.ofSeconds(60), Duration.ofMinutes(10));
  private static final long MOST_BYTES = 50L << 20;

  /** How often it is passed on. */
  private static final int MOST_HOPS = 3;

  private final OkHttpClient client;
  private final ResultAddress address;
  private final List<Leg> legs = new CopyOnWriteArrayList<>();
  private volatile boolean closed;

  /** One call on the way. */
  private record Leg(Call call, Watchdog watchdog, ExchangeRecord exchange) {}

  /**
   * @throws ProviderException when the address must not be called
   */
  ResultFetch(OkHttpClient shared, Endpoint endpoint, String named) throws ProviderException {
    address = ResultAddress.of(endpoint, named);
    client = address.client(shared);
  }

  ChatEvent.Pictured fetch() throws ProviderException {
    address.lookBehindProxy(client);
    ResultAddress now = address;
    for (int hop = 0; hop <= MOST_HOPS; hop++) {
      Leg leg = leg(now);
      try (Response response = leg.call.execute()) {
        BufferedSource body = leg.exchange.receive(response, leg.watchdog);
        if (!leadsOn(response)) {
          return picture(now, response, body);
        }
        now = now.onward(response.header("Location"));
      } catch (PublicHosts.InsideException e) {
        throw now.inside();
      } catch (IOException e) {
        String host = now.url().host();
        throw now.failed(
            leg.watchdog.bite() == null
                ? "%s could not be reached or broke off".formatted(host)
                : "%s took too long".formatted(host));
      }
    }
    throw now.failed("its address leads on and on");
  }

  private static boolean leadsOn(Response response) {
    return switch (response.code()) {
      case 301, 302, 303, 307, 308 -> true;
      default -> false;
    };
  }

  private static ChatEvent.Pictured picture(
      ResultAddress from, Response response, BufferedSource body)
      throws IOException, ProviderException {
    int status = response.code();
    if (status != 200) {
      throw from.failed(
          status == 403 || status == 404 || status == 410
              ? "its address is no longer valid (%d)".formatted(status)
              : "%s answered %d".formatted(from.url().host(), status));
    }
    if (response.body().contentLength() > MOST_BYTES || body.request(MOST_BYTES + 1)) {
      throw from.failed("it is larger than %d MB".formatted(MOST_BYTES >> 20));
    }
    byte[] bytes = body.readByteArray();
    Optional<String> type = PictureBytes.mediaType(bytes);
    return new ChatEvent.Pictured(
        Bytes.owning(bytes), type.orElseThrow(() -> from.failed("what is there is no picture")));
  }

  private Leg leg(ResultAddress to) {
    Watchdog watchdog = new Watchdog(LIMITS);
    Request request =
        new Request.Builder()
            .url(to.url())
            .header("User-Agent", "Polylogue")
            .header("Accept", "image/*")
            .header("Accept-Encoding", "identity")
            .tag(Progress.class, new Progress(watchdog))
            .build();
    ExchangeRecord exchange =
        new ExchangeRecord(to.endpoint(), new Redactor(), request, Recording.LENGTH_ONLY);
    Leg leg = new Leg(client.newCall(request), watchdog, exchange);
    legs.add(leg);
    if (closed) {
      leg.call.cancel();
    }
    return leg;
  }

  List<Exchange> exchanges() {
    return legs.stream().map(leg -> leg.exchange.exchange()).toList();
  }

  void close() {
    closed = true;
    legs.forEach(leg -> leg.call.cancel());
  }
}
