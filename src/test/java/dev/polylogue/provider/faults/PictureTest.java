package dev.polylogue.provider.faults;

import static dev.polylogue.provider.FaultHost.answer;
import static dev.polylogue.provider.pictures.Studio.KEY;
import static dev.polylogue.provider.pictures.Studio.png;
import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.FailureKind;
import dev.polylogue.provider.FaultHost;
import dev.polylogue.provider.FaultHost.Script;
import dev.polylogue.provider.ProviderException.Repeat;
import dev.polylogue.provider.pictures.Drawn;
import dev.polylogue.provider.pictures.PictureForm;
import dev.polylogue.provider.pictures.Studio;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

/** <b>Image endpoints</b>, F99 to F103, in each dialect in which pictures are made. */
@Timeout(120)
class PictureTest {
  private static final String PLAIN = Base64.getEncoder().encodeToString(png());

  private static String result(PictureForm form, String base64) {
    return form == PictureForm.GEMINI
        ? """
        {"candidates":[{"content":{"parts":[{"inlineData":{"mimeType":"image/jpeg","data":"%s"}}]},
         "finishReason":"STOP"}]}\
        """
            .formatted(base64)
        : "{\"data\":[{\"b64_json\":\"%s\",\"mime_type\":\"image/jpeg\"}]}".formatted(base64);
  }

  private static Script json(String body, Packets packets) {
    return wire -> packets.over(wire).send(answer(200, "application/json", body));
  }

  private static Drawn drawn(PictureForm form, int n, Script script) throws Exception {
    try (FaultHost host = FaultHost.playing(script)) {
      return drawn(form, n, host.baseUrl());
    }
  }

  private static Drawn drawn(PictureForm form, int n, URI base) throws Exception {
    return Studio.draw(Studio.at(form, base, Map.of()), Studio.edit(n));
  }

  static Stream<Arguments> formsInPackets() {
    return Stream.of(PictureForm.values())
        .filter(form -> form != PictureForm.NONE)
        .flatMap(form -> Stream.of(Packets.values()).map(packets -> Arguments.of(form, packets)));
  }

  @ParameterizedTest
  @MethodSource("formsInPackets")
  @Covers("F99")
  void base64IsReadHoweverItIsWritten(PictureForm form, Packets packets) throws Exception {
    String lines = PLAIN.replaceAll("(.{20})", "$1\\\\r\\\\n");
    List<String> written =
        List.of(
            PLAIN,
            lines,
            "data:image/png;base64," + PLAIN,
            PLAIN.replaceAll("=+$", ""),
            PLAIN + "==",
            PLAIN.replace('+', '-').replace('/', '_'));
    for (String base64 : written) {
      Drawn drawn = drawn(form, 1, json(result(form, base64), packets));
      assertThat(drawn.pictures()).as(base64).containsExactly(png());
      assertThat(drawn.failed()).isNull();
      assertThat(drawn.warnings()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("formsInPackets")
  @Covers("F99")
  void whatIsNoPictureThatIsKnownGoesOnAsItCame(PictureForm form, Packets packets)
      throws Exception {
    byte[] junk = "no picture at all".repeat(9).getBytes(StandardCharsets.UTF_8);
    String base64 = Base64.getEncoder().encodeToString(junk);
    Drawn drawn = drawn(form, 1, json(result(form, base64), packets));
    assertThat(drawn.pictures()).as("it was paid for").containsExactly(junk);
    assertThat(drawn.warnings()).isEmpty();
    assertThat(drawn.answer(0).body().text()).contains(base64);
  }

  /** As Base64 it is 33 MB, of which the record keeps a note. */
  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"NONE", "OPENROUTER", "XAI"})
  @Covers("F99")
  void aPictureOf25MillionBytesArrives(PictureForm form) throws Exception {
    byte[] large = Studio.large(25_000_000);
    String body = result(form, Base64.getEncoder().encodeToString(large));
    Drawn drawn = drawn(form, 1, json(body, Packets.WHOLE));
    assertThat(drawn.pictures()).containsExactly(large);
    var kept = drawn.answer(0);
    assertThat(kept.body().size()).isLessThan(1000);
    assertThat(kept.bodySize()).isEqualTo(body.length());
    assertThat(kept.body().text()).contains("more characters; SHA-256 of all");
  }

  private static String named(String address) {
    return "{\"data\":[{\"url\":\"%s\"}]}".formatted(address);
  }

  /**
   * A host that names an address of its own in its first answer, and then plays something there.
   */
  private static FaultHost naming(String path, Script there) throws Exception {
    return FaultHost.deciding(
        (number, request) ->
            number > 0
                ? there
                : json(named("http://" + request.header("Host") + "/v1" + path), Packets.RANDOM));
  }

  private static String picture() {
    return "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nSet-Cookie: a=b\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
        .formatted(png().length);
  }

  @ParameterizedTest
  @EnumSource(names = {"OPENAI", "XAI", "OPENROUTER", "AZURE"})
  @Covers("F100")
  void aResultByAddressIsFetchedOnceWithoutAnyKey(PictureForm form) throws Exception {
    try (FaultHost host =
        naming(
            "/a.png?sig=x",
            wire -> {
              wire.send(picture());
              wire.inPieces(png(), 7);
            })) {
      Drawn drawn = drawn(form, 1, host.baseUrl());
      assertThat(drawn.pictures()).containsExactly(png());
      FaultHost.Request fetched = host.requests().getLast();
      assertThat(host.requests()).hasSize(2);
      assertThat(fetched.head()).startsWith("GET /v1/a.png?sig=x HTTP/1.1").doesNotContain(KEY);
      assertThat(fetched.head().toLowerCase(Locale.ROOT))
          .doesNotContain("authorization", "api-key", "cookie", "referer");
      assertThat(drawn.exchanges()).hasSize(2);
      assertThat(drawn.answer(1).body().size()).isZero();
    }
  }

  static Stream<Arguments> badAddresses() {
    return Stream.of(
        Arguments.of("a page", answer(200, "image/png", "<html>gone</html>"), "is no picture"),
        Arguments.of("expired", answer(403, "text/plain", "no"), "no longer valid (403)"),
        Arguments.of("gone", answer(404, "text/plain", "no"), "no longer valid (404)"),
        Arguments.of(
            "5 GB", "HTTP/1.1 200 OK\r\nContent-Length: 5000000000\r\n\r\n", "larger than 50 MB"),
        Arguments.of("nothing", "", "could not be reached or broke off"),
        Arguments.of(
            "cut",
            "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nabc",
            "could not be reached or broke off"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badAddresses")
  @Covers("F100")
  void anAddressWithoutAPictureIsSaid(String what, String told, String sentence) throws Exception {
    try (FaultHost host = naming("/a.png", wire -> wire.send(told))) {
      Drawn drawn = drawn(PictureForm.OPENAI, 1, host.baseUrl());
      assertThat(drawn.failure().message()).as(what).contains(sentence, "may have been billed");
      assertThat(drawn.repeat()).isEqualTo(Repeat.NEVER);
      assertThat(host.requests()).hasSize(2);
    }
  }

  @Test
  @Covers("F100")
  void anotherServerOnThisComputerIsNotCalled() throws Exception {
    try (FaultHost other = FaultHost.playing(wire -> wire.send(picture()));
        FaultHost host =
            FaultHost.playing(json(named(other.baseUrl() + "/a.png"), Packets.WHOLE))) {
      Drawn drawn = drawn(PictureForm.OPENAI, 1, host.baseUrl());
      assertThat(drawn.failure().message()).contains("not https://");
      assertThat(other.requests()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"OPENAI", "XAI"})
  @Covers({"F100", "F101"})
  void aRedirectToAnotherServerIsNotFollowedAndTheOtherResultsAreKept(PictureForm form)
      throws Exception {
    try (FaultHost elsewhere = FaultHost.playing(wire -> wire.send(picture()));
        FaultHost host =
            FaultHost.deciding(
                (number, request) ->
                    number > 0
                        ? wire ->
                            wire.send(
                                answer(302, "text/plain", "", "Location: " + elsewhere.baseUrl()))
                        : json(
                            "{\"data\":[{\"url\":\"http://%s/v1/a\"},{\"b64_json\":\"%s\"},{\"url\":\"http://192.168.1.1/x.png\"}]}"
                                .formatted(request.header("Host"), PLAIN),
                            Packets.WHOLE))) {
      Drawn drawn = drawn(form, 3, host.baseUrl());
      assertThat(drawn.pictures()).containsExactly(png());
      assertThat(drawn.failed()).isNull();
      assertThat(drawn.warnings())
          .anySatisfy(said -> assertThat(said).contains("leads elsewhere"))
          .anySatisfy(said -> assertThat(said).contains("not https://"))
          .anySatisfy(said -> assertThat(said).contains("1 of 3 pictures came"));
      assertThat(elsewhere.requests()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("formsInPackets")
  @Covers("F101")
  void anAnswerWithoutAResultIsAFailure(PictureForm form, Packets packets) throws Exception {
    String body =
        form == PictureForm.GEMINI
            ? "{\"candidates\":[{\"content\":{\"parts\":[]},\"finishReason\":\"STOP\"}]}"
            : "{\"created\":1,\"data\":[]}";
    Drawn drawn = drawn(form, 1, json(body, packets));
    assertThat(drawn.failure().kind()).isEqualTo(FailureKind.PROTOCOL);
    assertThat(drawn.failure().message()).contains("answered without a picture");
  }

  @ParameterizedTest
  @EnumSource(names = {"OPENAI", "XAI", "OPENROUTER", "AZURE"})
  @Covers("F101")
  void fewerThanWantedAreKeptAndCounted(PictureForm form) throws Exception {
    Drawn drawn = drawn(form, 4, json(result(form, PLAIN), Packets.RANDOM));
    assertThat(drawn.pictures()).hasSize(1);
    assertThat(drawn.warnings()).singleElement().asString().contains("1 of 4 pictures came");
    assertThat(drawn.failed()).isNull();
  }

  private static String event(String type, String more) {
    return "event: %s\ndata: {\"type\":\"%s\",\"b64_json\":\"%s\"%s}\n\n"
        .formatted(type, type, PLAIN, more);
  }

  @ParameterizedTest
  @EnumSource
  @Covers("F101")
  void sketchesComeBeforeTheResultAndAreNotTakenForIt(Packets packets) throws Exception {
    String partial = event("image_edit.partial_image", ",\"partial_image_index\":0");
    String whole =
        event("image_edit.completed", ",\"usage\":{\"input_tokens\":76,\"output_tokens\":300}");
    Drawn drawn =
        drawn(
            PictureForm.OPENAI,
            1,
            wire -> packets.over(wire).send(FaultHost.streamHead() + partial + partial + whole));
    assertThat(drawn.events().toString())
        .containsSubsequence("Sketched", "Sketched", "Pictured", "Counted");
    assertThat(drawn.pictures()).hasSize(1);
    Drawn cut =
        drawn(
            PictureForm.OPENAI,
            1,
            wire -> packets.over(wire).send(FaultHost.streamHead() + partial));
    assertThat(cut.pictures()).isEmpty();
    assertThat(cut.failure().kind()).isEqualTo(FailureKind.DISCONNECTED);
    assertThat(cut.repeat()).isEqualTo(Repeat.NEVER);
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
  @Covers("F102")
  void anUploadThatIsCutWasNotAcceptedAndIsNotRepeated(PictureForm form) throws Exception {
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      server.setReceiveBufferSize(1 << 16);
      Thread.ofVirtual()
          .start(
              () -> {
                try (Socket socket = server.accept()) {
                  InputStream in = socket.getInputStream();
                  in.readNBytes(1 << 16);
                  socket.setSoLinger(true, 0);
                } catch (IOException e) {
                  // told by what the client says
                }
              });
      Drawn drawn =
          Studio.draw(
              Studio.at(
                  form, URI.create("http://127.0.0.1:" + server.getLocalPort() + "/v1"), Map.of()),
              Studio.editOf(40_000_000, () -> new ByteArrayInputStream(Studio.large(40_000_000))));
      assertThat(drawn.failure().kind()).isEqualTo(FailureKind.DISCONNECTED);
      assertThat(drawn.failure().message())
          .contains("cut off before it was complete", "not accepted");
      assertThat(drawn.repeat()).isEqualTo(Repeat.NEVER);
    }
  }

  static Stream<Arguments> refusals() {
    String openAi =
        "{\"error\":{\"code\":\"moderation_blocked\",\"message\":\"Your request was rejected by the"
            + " safety system.\",\"type\":\"image_generation_user_error\"}}";
    String azure =
        "{\"error\":{\"code\":\"contentFilter\",\"message\":\"Rejected by the safety"
            + " system.\",\"innererror\":{\"content_filter_results\":{\"violence\":{\"filtered\":true,\"severity\":\"high\"}}}}}";
    String xai =
        "{\"data\":[{\"url\":\"https://imgen.x.ai/a.jpeg\",\"respect_moderation\":false}]}";
    String gemini =
        "{\"candidates\":[{\"content\":{},\"finishReason\":\"IMAGE_SAFETY\",\"finishMessage\":\"Unsafe.\"}]}";
    return Stream.of(
        Arguments.of(PictureForm.OPENAI, 400, openAi, "rejected by the safety system"),
        Arguments.of(PictureForm.OPENAI, 200, openAi, "rejected by the safety system"),
        Arguments.of(PictureForm.OPENROUTER, 403, openAi, "rejected by the safety system"),
        Arguments.of(PictureForm.AZURE, 400, azure, "violence (high)"),
        Arguments.of(
            PictureForm.AZURE, 200, "{\"status\":\"Request Moderated\"}", "Request Moderated"),
        Arguments.of(PictureForm.XAI, 200, xai, "result was blocked"),
        Arguments.of(PictureForm.GEMINI, 200, gemini, "IMAGE_SAFETY: Unsafe."));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("refusals")
  @Covers("F103")
  void aRefusalIsToldInTheProvidersWordsAndNotRepeated(
      PictureForm form, int status, String body, String words) throws Exception {
    for (Packets packets : Packets.values()) {
      Drawn drawn =
          drawn(form, 1, wire -> packets.over(wire).send(answer(status, "application/json", body)));
      assertThat(drawn.failure().kind()).isEqualTo(FailureKind.CONTENT_FILTER);
      assertThat(drawn.failure().message()).contains(words);
      assertThat(drawn.repeat()).isEqualTo(Repeat.NEVER);
      assertThat(drawn.pictures()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
  @Covers({"F45", "F46"})
  void aPageAndAnErrorOfStatus200AreNoPictures(PictureForm form) throws Exception {
    Drawn page =
        drawn(form, 1, wire -> wire.send(answer(200, "text/html", "<html><title>Hi</title>")));
    assertThat(page.failure().message()).contains("A web page answered", "Hi");
    Drawn error =
        drawn(form, 1, json("{\"error\":{\"message\":\"no seat " + KEY + "\"}}", Packets.WHOLE));
    assertThat(error.failure().kind()).isEqualTo(FailureKind.SERVER);
    assertThat(error.failure().message()).contains("no seat").doesNotContain(KEY);
    Drawn later = drawn(form, 1, wire -> wire.send(answer(429, "application/json", "{}")));
    assertThat(later.repeat()).isEqualTo(Repeat.REFUSED);
    Drawn unsure = drawn(form, 1, wire -> wire.send(answer(500, "application/json", "{}")));
    assertThat(unsure.repeat()).isEqualTo(Repeat.NEVER);
  }
}
