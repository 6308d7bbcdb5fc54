package dev.polylogue.provider.pictures;

import static dev.polylogue.provider.pictures.Studio.INSTRUCTION;
import static dev.polylogue.provider.pictures.Studio.KEY;
import static dev.polylogue.provider.pictures.Studio.jpeg;
import static dev.polylogue.provider.pictures.Studio.known;
import static dev.polylogue.provider.pictures.Studio.photo;
import static dev.polylogue.provider.pictures.Studio.png;
import static dev.polylogue.provider.pictures.Studio.unknown;
import static dev.polylogue.provider.pictures.Studio.upload;
import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.Exchange;
import dev.polylogue.conversation.FailureKind;
import dev.polylogue.conversation.PictureOptions;
import dev.polylogue.provider.FaultHost;
import dev.polylogue.provider.ModelCard;
import dev.polylogue.provider.PictureRequest;
import dev.polylogue.provider.PictureRequest.Upload;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What leaves this computer, as a host on a real socket receives it. */
class PictureRequestTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String ANSWER =
      "{\"data\":[{\"b64_json\":\"%s\"}]}".formatted(Base64.getEncoder().encodeToString(png()));

  private record Sent(FaultHost.Request request, Drawn drawn) {
    String path() {
      return request.head().lines().findFirst().orElseThrow();
    }

    JsonNode json() {
      return JSON.readTree(request.body());
    }
  }

  private static Sent send(
      PictureForm form, String base, Map<String, String> options, PictureRequest request)
      throws Exception {
    try (FaultHost host =
        FaultHost.playing(wire -> wire.send(FaultHost.answer(200, "application/json", ANSWER)))) {
      URI at = URI.create(host.baseUrl().toString().replace("/v1", base));
      Drawn drawn = Studio.draw(Studio.at(form, at, options), request);
      assertThat(host.requests()).hasSize(1);
      return new Sent(host.requests().getFirst(), drawn);
    }
  }

  private static PictureRequest edit(ModelCard card, Upload... sources) {
    return Studio.edit(card, List.of(sources), null, PictureOptions.USUAL);
  }

  @Test
  void anEditIsAFormWithTheInstructionVerbatimAndNothingOfTheUsersFiles_T28() throws Exception {
    Upload mask = upload("image/png", png(), 3, 2);
    PictureRequest request =
        Studio.edit(
            known("openai", "gpt-image-2"),
            List.of(upload("image/png", png(), 1536, 1024), upload("image/jpeg", jpeg(), 3, 2)),
            mask,
            new PictureOptions(null, "low", 2, "webp", "opaque"));
    Sent sent = send(PictureForm.OPENAI, "/v1", Map.of("pictures-stream", "true"), request);
    Multipart form = Multipart.of(sent.request());
    assertThat(sent.path()).isEqualTo("POST /v1/images/edits HTTP/1.1");
    assertThat(form.fields())
        .containsExactly(
            "model=gpt-image-2",
            "prompt=" + INSTRUCTION,
            "n=2",
            "size=1536x1024",
            "quality=low",
            "background=opaque",
            "output_format=webp");
    assertThat(form.files().stream().map(Multipart::name))
        .containsExactly("image[]", "image[]", "mask");
    assertThat(form.files().stream().map(Multipart.Part::head))
        .containsExactly(
            "Content-Disposition: form-data; name=\"image[]\"; filename=\"image.png\"\r\nContent-Type: image/png",
            "Content-Disposition: form-data; name=\"image[]\"; filename=\"image.jpg\"\r\nContent-Type: image/jpeg",
            "Content-Disposition: form-data; name=\"mask\"; filename=\"mask.png\"\r\nContent-Type: image/png");
    assertThat(form.files().stream().map(Multipart.Part::body))
        .containsExactly(png(), jpeg(), png());
    assertThat(sent.request().header("Authorization")).isEqualTo("Bearer " + KEY);
  }

  @Test
  void onePictureIsStreamedWithSketchesWhereTheHostTakesThat() throws Exception {
    Sent sent =
        send(
            PictureForm.OPENAI,
            "/v1",
            Map.of("pictures-stream", "true", "pictures-sketches", "3"),
            edit(unknown("m"), photo(3, 2)));
    Multipart form = Multipart.of(sent.request());
    assertThat(form.fields())
        .containsExactly(
            "model=m", "prompt=" + INSTRUCTION, "n=1", "stream=true", "partial_images=3");
    assertThat(Multipart.name(form.files().getFirst())).isEqualTo("image");
  }

  @Test
  void aModelOfWhichNothingIsKnownIsAskedAsTheUserSetIt() throws Exception {
    PictureRequest request =
        Studio.edit(
            unknown("my-model"),
            List.of(photo(4000, 1000)),
            null,
            new PictureOptions("640x160", null, 1, null, null));
    Sent sent = send(PictureForm.OPENAI, "/v1", Map.of(), request);
    assertThat(Multipart.of(sent.request()).fields())
        .containsExactly("model=my-model", "prompt=" + INSTRUCTION, "n=1", "size=640x160");
    assertThat(sent.drawn().warnings()).isEmpty();
  }

  @Test
  void withoutASourceAPictureIsMadeFromNothing() throws Exception {
    Sent sent =
        send(
            PictureForm.OPENAI,
            "/v1",
            Map.of(),
            Studio.edit(
                unknown("m"), List.of(), null, new PictureOptions(null, "high", 3, null, null)));
    assertThat(sent.path()).isEqualTo("POST /v1/images/generations HTTP/1.1");
    assertThat(sent.json())
        .isEqualTo(
            JSON.readTree(
                "{\"model\":\"m\",\"prompt\":%s,\"n\":3,\"quality\":\"high\"}"
                    .formatted(JSON.writeValueAsString(INSTRUCTION))));
  }

  @Test
  void gptImage15IsAskedToKeepFacesAndTheNewerOnesAreNot() throws Exception {
    Sent older =
        send(
            PictureForm.OPENAI,
            "/v1",
            Map.of(),
            edit(known("openai", "gpt-image-1.5"), photo(3, 2)));
    assertThat(Multipart.of(older.request()).fields())
        .contains("input_fidelity=high", "size=1536x1024");
    Sent newer =
        send(
            PictureForm.OPENAI,
            "/v1",
            Map.of(),
            edit(known("openai", "gpt-image-2"), photo(1536, 1024)));
    assertThat(newer.request().body()).doesNotContain("input_fidelity", "response_format");
  }

  @Test
  void aShapeThatTheModelDoesNotMakeIsSaidToChange() throws Exception {
    Sent sent =
        send(
            PictureForm.OPENAI,
            "/v1",
            Map.of(),
            edit(known("openai", "gpt-image-1.5"), photo(1600, 900)));
    assertThat(Multipart.of(sent.request()).fields()).contains("size=1536x1024");
    assertThat(sent.drawn().warnings())
        .singleElement()
        .asString()
        .contains("shape of the source, 1600 × 900", "1536x1024", "the shape changes");
  }

  @Test
  void xaiTakesJsonWithShapesAndNoMask() throws Exception {
    PictureRequest request =
        Studio.edit(
            known("xai", "grok-imagine-image-2.0"),
            List.of(upload("image/jpeg", jpeg(), 1600, 900)),
            photo(1600, 900),
            new PictureOptions("2k", "low", 2, "png", null));
    Sent sent = send(PictureForm.XAI, "/v1", Map.of(), request);
    assertThat(sent.path()).isEqualTo("POST /v1/images/edits HTTP/1.1");
    JsonNode body = sent.json();
    assertThat(body.path("image").path("url").asString())
        .isEqualTo("data:image/jpeg;base64," + Base64.getEncoder().encodeToString(jpeg()));
    assertThat(body.path("prompt").asString()).isEqualTo(INSTRUCTION);
    assertThat(body.path("aspect_ratio").asString()).isEqualTo("16:9");
    assertThat(body.path("resolution").asString()).isEqualTo("2k");
    assertThat(body.path("response_format").asString()).isEqualTo("b64_json");
    assertThat(body.has("images") || body.has("mask") || body.has("size")).isFalse();
    assertThat(sent.drawn().warnings())
        .anySatisfy(warning -> assertThat(warning).contains("takes no mask; it was not sent"))
        .anySatisfy(warning -> assertThat(warning).contains("takes no format"));
  }

  @Test
  void severalSourcesGoToXaiAsAListOfThreeAtMost() throws Exception {
    Upload source = photo(3, 2);
    Sent sent =
        send(
            PictureForm.XAI,
            "/v1",
            Map.of(),
            edit(known("xai", "grok-imagine-image"), source, source, source, source));
    assertThat(sent.json().path("images")).hasSize(3);
    assertThat(sent.json().has("image")).isFalse();
    assertThat(sent.drawn().warnings())
        .anySatisfy(warning -> assertThat(warning).contains("3 pictures at most; 1 more"));
  }

  @Test
  void openRouterTakesReferences() throws Exception {
    Sent sent =
        send(
            PictureForm.OPENROUTER,
            "/api/v1",
            Map.of(),
            edit(known("openrouter", "google/gemini-3-pro-image-preview"), photo(900, 1600)));
    assertThat(sent.path()).isEqualTo("POST /api/v1/images HTTP/1.1");
    assertThat(
            sent.json().path("input_references").path(0).path("image_url").path("url").asString())
        .startsWith("data:image/png;base64,iVBOR");
    assertThat(sent.json().path("aspect_ratio").asString()).isEqualTo("9:16");
  }

  @Test
  void geminiTakesPicturesBeforeTheWordsAndASizeOfItsOwn() throws Exception {
    PictureRequest request =
        Studio.edit(
            known("google", "gemini-3-pro-image-preview"),
            List.of(photo(1600, 900)),
            null,
            new PictureOptions("2K", null, 1, null, null));
    Sent sent = send(PictureForm.GEMINI, "/v1beta", Map.of(), request);
    assertThat(sent.path())
        .isEqualTo("POST /v1beta/models/gemini-3-pro-image-preview:generateContent HTTP/1.1");
    assertThat(sent.json())
        .isEqualTo(
            JSON.readTree(
                """
                {"contents":[{"role":"user","parts":[
                  {"inlineData":{"mimeType":"image/png","data":"%s"}},{"text":%s}]}],
                 "generationConfig":{"responseModalities":["TEXT","IMAGE"],
                  "imageConfig":{"aspectRatio":"16:9","imageSize":"2K"}}}
                """
                    .formatted(
                        Base64.getEncoder().encodeToString(png()),
                        JSON.writeValueAsString(INSTRUCTION))));
    assertThat(sent.request().header("x-goog-api-key")).isEqualTo(KEY);
  }

  @Test
  void aPictureOfManyMegabytesIsSentFromItsSourceAndKeptAsANote() throws Exception {
    byte[] large = Studio.large(12_000_001);
    String digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(large));
    for (PictureForm form : List.of(PictureForm.OPENAI, PictureForm.XAI, PictureForm.GEMINI)) {
      Sent sent = send(form, "/v1", Map.of(), edit(unknown("m"), upload("image/png", large, 3, 2)));
      byte[] received =
          switch (form) {
            case OPENAI -> Multipart.of(sent.request()).files().getFirst().body();
            case XAI -> decoded(sent.json().path("image").path("url"));
            default ->
                decoded(
                    sent.json()
                        .path("contents")
                        .path(0)
                        .path("parts")
                        .path(0)
                        .path("inlineData")
                        .path("data"));
          };
      assertThat(received).isEqualTo(large);
      Exchange.Request kept = sent.drawn().exchanges().getFirst().request();
      assertThat(kept.bodySize()).isEqualTo(sent.request().bytes().length);
      assertThat(kept.body().size()).isLessThan(1000);
      assertThat(kept.body().text())
          .contains(
              "[image/png, 12000001 bytes, SHA-256 " + digest + "]", "make the sky a sunset 🌅");
    }
  }

  private static byte[] decoded(JsonNode text) {
    String written = text.asString();
    return Base64.getDecoder().decode(written.substring(written.indexOf(',') + 1));
  }

  @Test
  void aPictureThatChangedWhileItWasSentIsSaidAndNotRepeated() throws Exception {
    byte[] short1 = png();
    Upload changed =
        new Upload("image/png", 3, 2, short1.length + 100L, () -> new ByteArrayInputStream(short1));
    try (FaultHost host = FaultHost.playing(wire -> wire.send(""))) {
      for (PictureForm form : List.of(PictureForm.OPENAI, PictureForm.XAI)) {
        Drawn drawn =
            Studio.draw(Studio.at(form, host.baseUrl(), Map.of()), edit(unknown("m"), changed));
        assertThat(drawn.failure().kind()).isEqualTo(FailureKind.BAD_REQUEST);
        assertThat(drawn.failure().message()).contains("changed while it was sent");
      }
    }
  }

  @Test
  void aModelThatIsKnownNotToEditIsNotAskedTo() throws Exception {
    try (FaultHost host = FaultHost.playing(wire -> wire.send(""))) {
      Drawn drawn =
          Studio.draw(
              Studio.at(PictureForm.OPENAI, host.baseUrl(), Map.of()),
              edit(known("xai", "grok-4.7"), photo(3, 2)));
      assertThat(drawn.failure().kind()).isEqualTo(FailureKind.UNSUPPORTED);
      assertThat(host.requests()).isEmpty();
    }
  }
}
