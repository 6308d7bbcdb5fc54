package dev.polylogue.provider.pictures;

import static dev.polylogue.provider.pictures.Studio.png;
import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.Bytes;
import dev.polylogue.conversation.Cost;
import dev.polylogue.conversation.Exchange;
import dev.polylogue.conversation.FailureKind;
import dev.polylogue.conversation.Part;
import dev.polylogue.conversation.PictureOptions;
import dev.polylogue.conversation.Reply;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.conversation.Usage;
import dev.polylogue.provider.FaultHost;
import dev.polylogue.provider.ModelCard;
import dev.polylogue.provider.PictureProvider;
import dev.polylogue.provider.PictureRequest;
import dev.polylogue.run.Job;
import dev.polylogue.run.Journal;
import dev.polylogue.run.Patience;
import dev.polylogue.run.Round;
import dev.polylogue.run.Runner;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What becomes of an answer that is as it should be. */
class PictureAnswerTest {
  private static final String PICTURE = Base64.getEncoder().encodeToString(png());
  private static final String OTHER = Base64.getEncoder().encodeToString(Studio.jpeg());

  private static Drawn drawn(PictureForm form, ModelCard card, int n, String body)
      throws Exception {
    try (FaultHost host =
        FaultHost.playing(wire -> wire.send(FaultHost.answer(200, "application/json", body)))) {
      return Studio.draw(
          Studio.at(form, host.baseUrl(), Map.of()),
          Studio.edit(
              card,
              List.of(Studio.photo(3, 2)),
              null,
              new PictureOptions(null, null, n, null, null)));
    }
  }

  @Test
  void aRewrittenInstructionIsShownAndAnUnchangedOneIsNot() throws Exception {
    String changed =
        "{\"data\":[{\"b64_json\":\"%s\",\"revised_prompt\":\"A dusk.\"},{\"b64_json\":\"%s\",\"revised_prompt\":\"A dusk.\"}]}"
            .formatted(PICTURE, OTHER);
    Drawn drawn = drawn(PictureForm.OPENAI, Studio.unknown("m"), 2, changed);
    assertThat(drawn.warnings()).containsExactly("The provider rewrote the instruction: A dusk.");
    assertThat(drawn.mediaTypes()).containsExactly("image/png", "image/jpeg");
  }

  @Test
  void whatAHostSaysItLeftOutIsSaidOnce() throws Exception {
    String partly =
        "{\"data\":[{\"b64_json\":\"%s\",\"warnings\":[\"No unicorn.\"]},{\"b64_json\":\"%s\",\"warnings\":[\"No unicorn.\"]}]}"
            .formatted(PICTURE, OTHER);
    Drawn drawn = drawn(PictureForm.OPENAI, Studio.unknown("m"), 2, partly);
    assertThat(drawn.warnings()).containsExactly("No unicorn.");
  }

  @Test
  void aCostIsThatOfTheProviderElseThatOfThePriceElseUnknown() throws Exception {
    ModelCard kontext = Studio.known("azure", "FLUX.1-Kontext-pro");
    String bare = "{\"data\":[{\"b64_json\":\"%s\"}]}".formatted(PICTURE);
    assertThat(drawn(PictureForm.AZURE, kontext, 1, bare).cost())
        .isEqualTo(Cost.computed(new BigDecimal("0.04"), "USD"));
    String reported =
        "{\"data\":[{\"b64_json\":\"%s\"}],\"usage\":{\"cost\":0.0387,\"input_tokens\":5}}"
            .formatted(PICTURE);
    Drawn told = drawn(PictureForm.OPENROUTER, Studio.unknown("m"), 1, reported);
    assertThat(told.cost()).isEqualTo(Cost.reported(new BigDecimal("0.0387"), "USD"));
    assertThat(told.usage()).isEqualTo(Usage.of(5L, null, null, null));
    assertThat(drawn(PictureForm.OPENAI, Studio.unknown("m"), 1, bare).cost()).isNull();
    ModelCard gpt = Studio.known("openai", "gpt-image-2");
    String cached =
        "{\"data\":[{\"b64_json\":\"%s\"}],\"usage\":{\"input_tokens\":9,\"output_tokens\":9,\"input_tokens_details\":{\"text_tokens\":4,\"image_tokens\":5,\"cached_tokens\":3}}}"
            .formatted(PICTURE);
    assertThat(drawn(PictureForm.OPENAI, gpt, 1, cached).cost()).isNull();
  }

  private static String gemini(String parts, String finish) {
    return "{\"candidates\":[{\"content\":{\"parts\":[%s]},\"finishReason\":\"%s\"}],\"modelVersion\":\"g-1\",\"usageMetadata\":{\"promptTokenCount\":7,\"candidatesTokenCount\":1290}}"
        .formatted(parts, finish);
  }

  private static String inline(String more) {
    return "{\"inlineData\":{\"mimeType\":\"image/png\",\"data\":\"%s\"}%s}"
        .formatted(PICTURE, more);
  }

  @Test
  void geminisDraftsAreSketchesAndItsWordsStandBesideTheResult() throws Exception {
    String parts =
        "{\"text\":\"hm\",\"thought\":true},"
            + inline(",\"thought\":true")
            + ",{\"text\":\"Done.\"},"
            + inline(",\"thoughtSignature\":\"s\"");
    Drawn drawn = drawn(PictureForm.GEMINI, Studio.unknown("m"), 1, gemini(parts, "STOP"));
    assertThat(drawn.sketches()).containsExactly(png());
    assertThat(drawn.pictures()).containsExactly(png());
    assertThat(drawn.text()).isEqualTo("Done.");
    assertThat(drawn.usage()).isEqualTo(Usage.of(7L, 1290L, null, null));
    assertThat(drawn.events().toString()).doesNotContain("Opaque").contains("g-1");
    assertThat(drawn.failed()).isNull();
  }

  @Test
  void whatGeminiSendsInPlaceOfBase64IsNamedAndIsKeptAsItCame_F99_I37() throws Exception {
    String parts = "{\"inlineData\":{\"mimeType\":\"image/png\",\"data\":\"@@@@\"}}";
    Drawn drawn = drawn(PictureForm.GEMINI, Studio.unknown("m"), 1, gemini(parts, "STOP"));
    assertThat(drawn.pictures()).containsExactly("@@@@".getBytes(StandardCharsets.UTF_8));
    assertThat(drawn.warnings()).singleElement().asString().contains("is no picture in Base64");
  }

  @Test
  void wordsInPlaceOfAPictureAreAnAnswer() throws Exception {
    Drawn drawn =
        drawn(
            PictureForm.GEMINI,
            Studio.unknown("m"),
            1,
            gemini("{\"text\":\"I can't do that.\"}", "STOP"));
    assertThat(drawn.text()).isEqualTo("I can't do that.");
    assertThat(drawn.warnings())
        .singleElement()
        .asString()
        .contains("answered in words and made no picture");
    assertThat(drawn.failed()).isNull();
  }

  @Test
  void noImageIsAFailureInGeminisWords() throws Exception {
    Drawn drawn = drawn(PictureForm.GEMINI, Studio.unknown("m"), 1, gemini("", "NO_IMAGE"));
    assertThat(drawn.failure().kind()).isEqualTo(FailureKind.BAD_REQUEST);
    assertThat(drawn.failure().message()).contains("NO_IMAGE");
    Drawn recited =
        drawn(PictureForm.GEMINI, Studio.unknown("m"), 1, gemini("", "IMAGE_RECITATION"));
    assertThat(recited.failure().kind()).isEqualTo(FailureKind.CONTENT_FILTER);
  }

  @Test
  void geminiIsAskedForOnePictureAndSaysSo() throws Exception {
    Drawn drawn = drawn(PictureForm.GEMINI, Studio.unknown("m"), 3, gemini(inline(""), "STOP"));
    assertThat(drawn.warnings())
        .singleElement()
        .asString()
        .contains("one picture for each request; 3 were wanted");
  }

  @Test
  void theEngineTakesItAsItTakesAChat() throws Exception {
    String body =
        FaultHost.streamHead()
            + "data: {\"type\":\"image_edit.partial_image\",\"b64_json\":\"%s\"}\n\n"
                .formatted(OTHER)
            + "data: {\"type\":\"image_edit.completed\",\"b64_json\":\"%s\",\"usage\":{\"input_tokens\":1,\"output_tokens\":2}}\n\n"
                .formatted(PICTURE);
    List<Bytes> kept = new ArrayList<>();
    try (FaultHost host = FaultHost.playing(wire -> wire.send(body))) {
      PictureProvider provider = Studio.at(PictureForm.OPENAI, host.baseUrl(), Map.of());
      PictureRequest request = Studio.edit(1);
      Job job =
          new Job(
              UUID.randomUUID(),
              Reply.queued(UUID.randomUUID(), request.card().ref()),
              request.card(),
              () -> provider.edit(request));
      Round round =
          new Runner(System::nanoTime, Patience.NONE)
              .start(UUID.randomUUID(), UUID.randomUUID(), List.of(job), new Keeping(kept));
      round.awaitEnd();
      Reply reply = Objects.requireNonNull(round.runs().getFirst().result());
      assertThat(reply.state()).isEqualTo(ReplyState.COMPLETE);
      assertThat(reply.parts()).singleElement().isInstanceOf(Part.Picture.class);
      assertThat(kept).containsExactly(Bytes.of(png()));
      assertThat(reply.outcome().usage()).isEqualTo(Usage.of(1L, 2L, null, null));
    }
  }

  private record Keeping(List<Bytes> kept) implements Journal {
    @Override
    public void append(List<Entry> entries) {}

    @Override
    public Blob keep(Bytes bytes, String mediaType) {
      kept.add(bytes);
      return new Blob("0".repeat(64), mediaType, bytes.size(), "");
    }

    @Override
    public void finish(Reply reply, List<Exchange> exchanges) {}
  }
}
