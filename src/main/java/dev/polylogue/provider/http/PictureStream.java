package dev.polylogue.provider.http;

import dev.polylogue.conversation.Exchange;
import dev.polylogue.conversation.FailureKind;
import dev.polylogue.conversation.Warning;
import dev.polylogue.provider.ChatEvent;
import dev.polylogue.provider.ChatStream;
import dev.polylogue.provider.ProviderException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is to hold pictures: looks at their bytes, fetches those that it only names, and
 * says at the end what is missing. One thread pulls; any may close.
 */
public final class PictureStream implements ChatStream {
  /** No more are kept, unless more were asked for: nobody looks through what a host floods. */
  private static final int MOST = 10;

  /** Of what is no picture that is known: it was paid for, and goes on as it came (I37). */
  private static final String UNKNOWN = "application/octet-stream";

  private final OkHttpClient client;
  private final Endpoint endpoint;
  private final AnswerStream answer;
  private final Supplier<List<String>> named;
  private final int wanted;

  private final Queue<String> addresses = new ArrayDeque<>();
  private final List<ResultFetch> fetches = new CopyOnWriteArrayList<>();
  private volatile boolean closed;
  private boolean answered;
  private boolean ended;
  private boolean spoke;
  private int came;
  private int left;
  private @Nullable ProviderException missing;

  /**
   * @param named the addresses of pictures in the answer, asked for at its end
   * @param wanted how many pictures were asked for
   */
  public PictureStream(
      OkHttpClient client,
      Endpoint endpoint,
      AnswerStream answer,
      Supplier<List<String>> named,
      int wanted) {
    this.client = client;
    this.endpoint = endpoint;
    this.answer = answer;
    this.named = named;
    this.wanted = wanted;
  }

  @Override
  public @Nullable ChatEvent next() throws ProviderException {
    while (!answered) {
      ChatEvent event = answer.next();
      if (event == null) {
        answered = true;
        addresses.addAll(named.get());
      } else if (event instanceof ChatEvent.Pictured && isEnough()) {
        left++;
      } else {
        return seen(event);
      }
    }
    while (!addresses.isEmpty() && !closed && !isEnough()) {
      ChatEvent event = fetched(addresses.remove());
      if (event != null) {
        return event;
      }
    }
    if (ended) {
      return null;
    }
    ended = true;
    left += addresses.size();
    if (left > 0 && came > 0) {
      throw leftOut();
    }
    return conclusion();
  }

  private boolean isEnough() {
    return Math.max(came, fetches.size()) >= most();
  }

  private int most() {
    return Math.max(wanted, MOST);
  }

  private ProviderException leftOut() {
    return ProviderException.truncated(
        "%s was asked for %d and sent %d. No more than %d pictures of an answer are kept, so %d are left out."
            .formatted(endpoint.name(), wanted, most() + left, most(), left));
  }

  private ChatEvent seen(ChatEvent event) {
    spoke |= event instanceof ChatEvent.TextDelta;
    if (!(event instanceof ChatEvent.Pictured picture)) {
      return event;
    }
    if (picture.bytes().size() == 0) {
      return warning("%s sent an empty picture.".formatted(endpoint.name()));
    }
    came++;
    String type = PictureBytes.mediaType(picture.bytes().head(16)).orElse(UNKNOWN);
    return new ChatEvent.Pictured(picture.bytes(), type);
  }

  private @Nullable ChatEvent fetched(String address) {
    try {
      ResultFetch fetch = new ResultFetch(client, endpoint, address);
      fetches.add(fetch);
      if (closed) {
        fetch.close();
      }
      ChatEvent.Pictured picture = fetch.fetch();
      came++;
      return picture;
    } catch (ProviderException e) {
      boolean first = missing == null;
      missing = first ? e : missing;
      return came > 0 || !first ? warning(e.failure().message()) : null;
    }
  }

  /** Words in place of a picture are an answer; nothing at all is none. */
  private @Nullable ChatEvent conclusion() throws ProviderException {
    if (came == 0 && spoke) {
      return warning("%s answered in words and made no picture.".formatted(endpoint.name()));
    }
    if (came == 0) {
      throw missing != null
          ? missing
          : ProviderException.failed(
              FailureKind.PROTOCOL, "%s answered without a picture.".formatted(endpoint.name()));
    }
    return came < wanted
        ? warning(
            "%d of %d pictures came from %s.%s"
                .formatted(
                    came,
                    wanted,
                    endpoint.name(),
                    missing == null ? "" : " " + missing.failure().message()))
        : null;
  }

  private static ChatEvent warning(String sentence) {
    return new ChatEvent.Warned(new Warning("", sentence));
  }

  @Override
  public @Nullable Long connectMillis() {
    return answer.connectMillis();
  }

  @Override
  public Phase phase() {
    return answer.phase();
  }

  @Override
  public List<Exchange> exchanges() {
    List<Exchange> all = new ArrayList<>(answer.exchanges());
    fetches.forEach(fetch -> all.addAll(fetch.exchanges()));
    return all;
  }

  @Override
  public void close() {
    closed = true;
    answer.close();
    fetches.forEach(ResultFetch::close);
  }
}
