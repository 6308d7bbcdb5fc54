package dev.polylogue.provider.pictures;

import static dev.polylogue.provider.http.Tally.count;

import dev.polylogue.conversation.Cost;
import dev.polylogue.conversation.Usage;
import dev.polylogue.provider.ChatEvent;
import dev.polylogue.provider.PictureFacts;
import dev.polylogue.provider.PicturePrice;
import dev.polylogue.provider.http.PictureAsk;
import dev.polylogue.provider.http.Tally;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Counts of an Images answer, and what they cost: as reported, else by the price that is known. */
final class ImageBill {
  private final PictureAsk ask;
  private final @Nullable PicturePrice price;

  ImageBill(PictureAsk ask) {
    this.ask = ask;
    PictureFacts facts = ask.request().card().pictures();
    this.price = facts == null ? null : facts.price();
  }

  /**
   * @param made how many pictures the answer has
   */
  Optional<ChatEvent> read(JsonNode usage, int made) {
    Long input = count(usage.path("input_tokens"));
    Long cached = count(usage.path("input_tokens_details").path("cached_tokens"));
    Usage counted =
        Usage.of(input, count(usage.path("output_tokens")), Tally.share(cached, input), null);
    Cost reported = Tally.cost(usage);
    Cost cost = reported == null ? computed(usage, made).orElse(null) : reported;
    return counted.equals(Usage.UNKNOWN) && cost == null
        ? Optional.empty()
        : Optional.of(new ChatEvent.Counted(counted, cost));
  }

  private Optional<Cost> computed(JsonNode usage, int made) {
    if (price == null) {
      return Optional.empty();
    }
    return price
        .of(tokens(usage))
        .or(() -> price.of(ask.size(), ask.request().options(), ask.sources().size(), made));
  }

  private static PicturePrice.Tokens tokens(JsonNode usage) {
    JsonNode in = usage.path("input_tokens_details");
    JsonNode out = usage.path("output_tokens_details");
    Long cached = count(in.path("cached_tokens"));
    Long drawn = count(out.path("image_tokens"));
    return new PicturePrice.Tokens(
        count(in.path("text_tokens")),
        count(in.path("image_tokens")),
        count(out.path("text_tokens")),
        drawn == null ? count(usage.path("output_tokens")) : drawn,
        cached != null && cached > 0);
  }
}
