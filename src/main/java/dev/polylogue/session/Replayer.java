package dev.polylogue.session;

import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.Bytes;
import dev.polylogue.conversation.Exchange;
import dev.polylogue.conversation.KeyPlace;
import dev.polylogue.conversation.Message;
import dev.polylogue.conversation.Outcome;
import dev.polylogue.conversation.Parameters;
import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.conversation.Reply;
import dev.polylogue.conversation.Timing;
import dev.polylogue.provider.Blobs;
import dev.polylogue.provider.ChatRequest;
import dev.polylogue.provider.ModelCard;
import dev.polylogue.provider.Playback;
import dev.polylogue.run.Job;
import dev.polylogue.run.Journal;
import dev.polylogue.run.Patience;
import dev.polylogue.run.Round;
import dev.polylogue.run.Runner;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Sends stored answers through the protocol's own parser and the engine once more. Needs neither
 * the network nor a key, nor that the provider is still set up. Blocks; any thread.
 */
final class Replayer {
  /** Where pictures are asked for, and nothing else is. */
  private static final Pattern PICTURES =
      Pattern.compile("/images(/(edits|generations))?(\\?|$)|/blackforestlabs/|:generateContent");

  private final Playback playback;
  private final Providers providers;

  Replayer(Playback playback, Providers providers) {
    this.playback = playback;
    this.providers = providers;
  }

  Replayed replay(Exchanges.Kept kept) {
    List<Exchange> last = lastAttempt(kept.exchanges());
    String missing = missing(kept.reply(), last);
    if (missing != null) {
      return new Replayed(kept.reply(), kept.reply(), List.of(missing));
    }
    try {
      Reply again = read(kept.reply(), last);
      return new Replayed(kept.reply(), again, Differences.of(kept.reply(), again));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Replayed(kept.reply(), kept.reply(), List.of("replay: it was interrupted"));
    }
  }

  /** An attempt that was repeated sent the same bytes; a request for the rest of an answer not. */
  private static List<Exchange> lastAttempt(List<Exchange> all) {
    int start = 0;
    for (int i = 1; i < all.size(); i++) {
      Exchange.Request first = all.getFirst().request();
      Exchange.Request sent = all.get(i).request();
      if (sent.bodySize() == first.bodySize() && sent.body().equals(first.body())) {
        start = i;
      }
    }
    return all.subList(start, all.size());
  }

  private static @Nullable String missing(Reply stored, List<Exchange> exchanges) {
    if (exchanges.isEmpty()) {
      return "response: none was kept for this reply";
    }
    for (Exchange exchange : exchanges) {
      Exchange.Response response = exchange.response();
      if (response == null) {
        return "response: none came, so there is nothing to read again";
      }
      if (isOfPictures(exchange)) {
        return "response: it is made of pictures, which are not kept twice, so it is not read again";
      }
      if (!response.isWhole()) {
        return "response: only %d of %d bytes were kept, too few to compare"
            .formatted(response.body().size(), response.bodySize());
      }
    }
    Exchange.Response last = exchanges.getLast().response();
    boolean early =
        last != null
            && last.body().size() == 0
            && Differences.isEndOfConnection(stored.outcome().failure());
    return early ? "response: it broke off before its first byte" : null;
  }

  /** An answer with pictures; what such a host refuses can be read as anywhere else. */
  private static boolean isOfPictures(Exchange exchange) {
    Exchange.Response response = exchange.response();
    return response != null
        && response.status() == 200
        && PICTURES.matcher(exchange.request().url()).find();
  }

  private Reply read(Reply stored, List<Exchange> exchanges) throws InterruptedException {
    ChatRequest request =
        new ChatRequest(
            ModelCard.named(stored.model()),
            Parameters.NONE,
            List.of(Message.user("Replay")),
            Blobs.NONE);
    Job job =
        new Job(
            stored.id(),
            Reply.queued(stored.id(), stored.model()),
            request.card(),
            () -> playback.replay(settings(exchanges.getFirst()), exchanges).chat(request));
    Round round =
        new Runner(System::nanoTime, Patience.NONE)
            .start(stored.id(), stored.id(), List.of(job), new Forgetful());
    round.awaitEnd();
    Reply read = Objects.requireNonNull(round.runs().getFirst().result());
    return inItsPlace(stored, read);
  }

  /** What is not in the answer itself is taken from what is stored: time, and a computed price. */
  private static Reply inItsPlace(Reply stored, Reply read) {
    Outcome outcome = read.outcome();
    Timing timing = stored.timing();
    Outcome priced =
        new Outcome(
            outcome.origin(),
            outcome.finishReason(),
            outcome.usage(),
            outcome.cost() == null ? stored.outcome().cost() : outcome.cost(),
            stored.outcome().warnings(),
            outcome.failure());
    return new Reply(read.id(), read.model(), read.state(), read.parts(), priced, timing);
  }

  /**
   * All that the parser needs, with the quirks of the provider where it is still set up; the
   * address is never called.
   */
  private ProviderSettings settings(Exchange exchange) {
    Map<String, String> options = new HashMap<>();
    providers
        .find(exchange.provider())
        .filter(known -> known.protocol() == exchange.protocol())
        .ifPresent(known -> options.putAll(known.options()));
    options.put("allow-http", "true");
    String url = exchange.request().url();
    int query = url.indexOf('?');
    return new ProviderSettings(
        exchange.provider(),
        exchange.protocol(),
        URI.create(query < 0 ? url : url.substring(0, query)),
        KeyPlace.NONE,
        Map.of(),
        options);
  }

  /** Keeps nothing, and names pictures by what is in them as the history does. */
  private static final class Forgetful implements Journal {
    @Override
    public void append(List<Entry> entries) {}

    @Override
    public Blob keep(Bytes bytes, String mediaType) {
      try {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes.toArray());
        return new Blob(HexFormat.of().formatHex(digest), mediaType, bytes.size(), "");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void finish(Reply reply, List<Exchange> exchanges) {}
  }
}
