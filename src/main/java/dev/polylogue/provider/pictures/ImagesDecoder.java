package dev.polylogue.provider.pictures;

import dev.polylogue.conversation.Bytes;
import dev.polylogue.conversation.FailureKind;
import dev.polylogue.conversation.Warning;
import dev.polylogue.provider.ChatEvent;
import dev.polylogue.provider.ProviderException;
import dev.polylogue.provider.http.AnswerDecoder;
import dev.polylogue.provider.http.ContentFilters;
import dev.polylogue.provider.http.Json;
import dev.polylogue.provider.http.PictureAsk;
import dev.polylogue.provider.http.PictureBytes;
import dev.polylogue.provider.http.SseReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Wire to neutral: the one plain object of an Images answer, or the events of a streamed one. */
final class ImagesDecoder implements AnswerDecoder {
  /** What is said of the kind of a picture is not believed: its bytes are looked at. */
  private static final String ANY = "image/png";

  private final String host;
  private final PictureAsk ask;
  private final ImageBill bill;
  private final Set<String> said = new HashSet<>();
  private final List<String> addresses = new ArrayList<>();
  private boolean begun;
  private boolean finished;
  private int results;
  private int blocked;

  /**
   * @param host as named in messages
   */
  ImagesDecoder(String host, PictureAsk ask) {
    this.host = host;
    this.ask = ask;
    this.bill = new ImageBill(ask);
  }

  /** Of the results that came by address, in their order. */
  List<String> addresses() {
    return addresses;
  }

  @Override
  public void accept(JsonNode payload, Consumer<ChatEvent> out) throws ProviderException {
    String type = Json.text(payload.path("type"));
    if (type.endsWith(".partial_image")) {
      begun = true;
      sketch(payload, out);
    } else if (type.endsWith(".completed")) {
      whole(List.of(payload), payload, out);
    } else if (payload.path("data").isArray()) {
      whole(payload.path("data"), payload, out);
    } else if (!Json.text(payload.path("result").path("sample")).isEmpty()) {
      addresses.add(Json.text(payload.path("result").path("sample")));
      whole(List.of(), payload, out);
    } else if (Json.text(payload.path("status")).endsWith("Moderated")) {
      throw stopped(Json.text(payload.path("status")));
    }
  }

  private void sketch(JsonNode event, Consumer<ChatEvent> out) {
    byte[] bytes = PictureBytes.decode(Json.text(event.path("b64_json")));
    if (PictureBytes.mediaType(bytes).isPresent()) {
      out.accept(new ChatEvent.Sketched(Bytes.owning(bytes), ANY));
    }
  }

  private void whole(Iterable<JsonNode> items, JsonNode answer, Consumer<ChatEvent> out)
      throws ProviderException {
    begun = true;
    finished = true;
    for (JsonNode item : items) {
      result(item, out);
    }
    int made = results + addresses.size();
    bill.read(answer.path("usage"), made).ifPresent(out);
    if (made == 0 && blocked > 0) {
      throw stopped("the result was blocked");
    }
    if (blocked > 0) {
      warn("The content filter of %s blocked %d of the results.".formatted(host, blocked), out);
    }
  }

  private ProviderException stopped(String words) {
    return ProviderException.failed(
        FailureKind.CONTENT_FILTER,
        "The content filter of %s stopped this. It says: %s".formatted(host, words));
  }

  private void result(JsonNode item, Consumer<ChatEvent> out) {
    rewritten(Json.text(item.path("revised_prompt")), out);
    item.path("warnings").forEach(left -> leftOut(Json.text(left), out));
    List<String> filters = ContentFilters.stopped(item.path("content_filter_results"));
    JsonNode verdict = item.path("respect_moderation");
    if (!filters.isEmpty() || (verdict.isBoolean() && !verdict.asBoolean())) {
      blocked++;
      return;
    }
    String base64 = Json.text(item.path("b64_json"));
    String url = Json.text(item.path("url"));
    if (!base64.isBlank()) {
      picture(base64, out);
    } else if (url.toLowerCase(Locale.ROOT).startsWith("data:")) {
      picture(url, out);
    } else if (!url.isBlank()) {
      addresses.add(url);
    }
  }

  private void picture(String base64, Consumer<ChatEvent> out) {
    results++;
    byte[] decoded = PictureBytes.decode(base64);
    if (decoded.length == 0) {
      PictureBytes.undecodable(base64, ANY, host, out);
      return;
    }
    out.accept(new ChatEvent.Pictured(Bytes.owning(decoded), ANY));
  }

  private void rewritten(String prompt, Consumer<ChatEvent> out) {
    if (!prompt.isBlank() && !prompt.equals(ask.request().instruction()) && said.add(prompt)) {
      warn("The provider rewrote the instruction: " + prompt, out);
    }
  }

  /** What a host says that it did not do of what it was asked for. */
  private void leftOut(String words, Consumer<ChatEvent> out) {
    if (!words.isBlank() && said.add(words)) {
      out.accept(new ChatEvent.Warned(new Warning(Warning.INSTRUCTION, words)));
    }
  }

  private static void warn(String sentence, Consumer<ChatEvent> out) {
    out.accept(new ChatEvent.Warned(new Warning("", sentence)));
  }

  @Override
  public void end(Consumer<ChatEvent> out) {
    if (finished) {
      out.accept(new ChatEvent.Finished("stop"));
    }
  }

  @Override
  public boolean hasBegun() {
    return begun;
  }

  @Override
  public boolean isFinished() {
    return finished;
  }

  @Override
  public boolean isOfPictures() {
    return true;
  }

  @Override
  public int mostEventBytes() {
    return SseReader.PICTURES;
  }
}
