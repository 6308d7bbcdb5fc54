package dev.polylogue.provider.openai;

import static dev.polylogue.provider.Answers.failure;
import static dev.polylogue.provider.FaultHost.answer;
import static dev.polylogue.provider.FaultHost.streamHead;
import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.FailureKind;
import dev.polylogue.conversation.Reply;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.conversation.Usage;
import dev.polylogue.provider.Answers;
import dev.polylogue.provider.FaultHost;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireFaultsTest {
  private static final String DONE = "data: [DONE]\n\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          400 | {"error":{"message":"bad field","type":"invalid_request_error"}}        | BAD_REQUEST
          400 | {"error":{"message":"maximum context length is 10","code":"context_length_exceeded"}} | CONTEXT_LENGTH
          400 | {"code":"invalid-argument","error":"Incorrect API key provided"}        | AUTH
          400 | {"error":{"code":"content_filter","message":"blocked"}}                 | CONTENT_FILTER
          401 | {"detail":"Invalid API Key"}                                            | AUTH
          402 | {"error":{"message":"no money"}}                                        | QUOTA
          403 | {"error":{"message":"not in your region"}}                              | PERMISSION
          404 | {"error":{"message":"no such model","code":"model_not_found"}}          | NOT_FOUND
          405 | plain words                                                             | PROTOCOL
          408 | {"error":"late"}                                                        | TIMEOUT
          410 | {"error":"gone"}                                                        | NOT_FOUND
          413 | {"message":"too big"}                                                   | TOO_LARGE
          422 | {"detail":[{"loc":["x"],"msg":"field required"}]}                       | BAD_REQUEST
          429 | {"error":{"message":"slow down"}}                                       | RATE_LIMIT
          429 | {"error":{"message":"You exceeded your quota","code":"insufficient_quota"}} | QUOTA
          500 | {"error":{"message":"oops"}}                                            | SERVER
          502 | <html><head><title>Bad Gateway</title></head><body>x</body></html>      | SERVER
          503 | {"error":{"message":"busy"}}                                            | OVERLOADED
          529 | {"error":{"message":"Overloaded"}}                                      | OVERLOADED
          307 | x                                                                       | REDIRECT
          599 | x                                                                       | PROTOCOL
          204 |                                                                         | PROTOCOL
          """)
  void aRefusalIsToldApartAndSentOnce_F16_F36(int status, String body, FailureKind kind)
      throws Exception {
    try (FaultHost host =
        FaultHost.playing(
            wire -> wire.send(answer(status, "application/json", body == null ? "" : body)))) {
      Reply reply = Answers.from(host.baseUrl());
      assertThat(reply.state()).isEqualTo(ReplyState.FAILED);
      assertThat(failure(reply).kind()).isEqualTo(kind);
      assertThat(failure(reply).status()).isEqualTo(status);
      assertThat(host.requests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Retry-After: 7                                                               | 7
          Retry-After: Sun, 22 Nov 2026 10:00:30 GMT                                   | 30
          Retry-After: Sun, 22 Nov 2026 09:00:00 GMT                                   |
          Retry-After: -3                                                              |
          Retry-After: soon                                                            |
          Retry-After: 1000000000000                                                   |
          retry-after-ms: 250                                                          | 0.25
          retry-after-ms: 0                                                            |
          """)
  void theWaitThatAProviderAsksForIsReadAsItMeant_F27_F30(String header, Double seconds)
      throws Exception {
    try (FaultHost host =
        FaultHost.playing(
            wire ->
                wire.send(
                    answer(
                        429,
                        "text/plain",
                        "slow",
                        header,
                        "Date: Sun, 22 Nov 2026 10:00:00 GMT")))) {
      assertThat(failure(Answers.from(host.baseUrl())).retryAfterSeconds()).isEqualTo(seconds);
    }
  }

  @Test
  void millisecondsWinUnlessTheyAreZero_F29() throws Exception {
    try (FaultHost host =
        FaultHost.deciding(
            (number, _) ->
                wire ->
                    wire.send(
                        answer(
                            429,
                            "text/plain",
                            "slow",
                            "Retry-After: 1",
                            "retry-after-ms: " + (number == 0 ? "250" : "0"))))) {
      assertThat(failure(Answers.from(host.baseUrl())).retryAfterSeconds()).isEqualTo(0.25);
      assertThat(failure(Answers.from(host.baseUrl())).retryAfterSeconds()).isEqualTo(1.0);
    }
  }

  @Test
  void theProvidersOwnWordsAreShownWithoutTheKey_T14() throws Exception {
    try (FaultHost host =
        FaultHost.playing(
            wire ->
                wire.send(
                    answer(
                        401,
                        "application/json",
                        "{\"error\":{\"message\":\"Wrong key "
                            + wire.request().header("Authorization")
                            + "\"}}")))) {
      Reply reply = Answers.from(host.baseUrl());
      assertThat(failure(reply).message()).contains("Wrong key Bearer [key removed]");
      assertThat(failure(reply).message()).doesNotContain("canary-4711");
    }
  }

  @Test
  void aRedirectIsNotFollowedAndTheOtherHostSeesNothing_F38_T08() throws Exception {
    try (FaultHost other = FaultHost.playing(wire -> wire.send(answer(200, "text/plain", "x")));
        FaultHost host =
            FaultHost.playing(
                wire -> wire.send(answer(308, "text/plain", "", "Location: " + other.baseUrl())))) {
      Reply reply = Answers.from(host.baseUrl());
      assertThat(failure(reply).kind()).isEqualTo(FailureKind.REDIRECT);
      assertThat(failure(reply).message()).contains(other.baseUrl().toString());
      assertThat(other.requests()).isEmpty();
    }
  }

  @Test
  void aClosedPortIsAFailedConnection_F02() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Reply reply = Answers.from(URI.create("http://127.0.0.1:" + port + "/v1"));
    assertThat(reply.state()).isEqualTo(ReplyState.FAILED);
    assertThat(failure(reply).kind()).isEqualTo(FailureKind.CONNECT);
    assertThat(failure(reply).message()).contains("127.0.0.1:" + port, "running?");
  }

  @Test
  void aNameThatDoesNotExistIsSaid_F01() throws Exception {
    Reply reply = Answers.from(URI.create("https://nowhere.invalid/v1"));
    assertThat(failure(reply).kind()).isEqualTo(FailureKind.DNS);
    assertThat(failure(reply).message()).contains("nowhere.invalid");
  }

  @Test
  void plainTextWhereTlsIsExpectedIsATlsFailure_F05() throws Exception {
    try (FaultHost host = FaultHost.playing(wire -> wire.send("x"))) {
      URI tls = URI.create(host.baseUrl().toString().replace("http:", "https:"));
      try (ServerSocket plain = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
        Thread.ofVirtual().start(() -> babble(plain));
        URI address = URI.create("https://127.0.0.1:" + plain.getLocalPort() + "/v1");
        assertThat(failure(Answers.from(address)).kind()).isEqualTo(FailureKind.TLS);
      }
      assertThat(tls.getScheme()).isEqualTo("https");
    }
  }

  private static void babble(ServerSocket plain) {
    try (var socket = plain.accept()) {
      socket.getOutputStream().write("this is no TLS at all\n".getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
      socket.getInputStream().readAllBytes();
    } catch (IOException e) {
      // the client has seen enough
    }
  }

  @Test
  void aHostThatClosesWithoutAnsweringIsAskedOnce_F12_T12() throws Exception {
    try (FaultHost host = FaultHost.playing(FaultHost.Wire::reset)) {
      Reply reply = Answers.from(host.baseUrl());
      assertThat(reply.state()).isEqualTo(ReplyState.FAILED);
      assertThat(failure(reply).kind()).isEqualTo(FailureKind.DISCONNECTED);
      assertThat(failure(reply).message()).contains("billed");
      assertThat(host.requests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"408", "503"})
  void nothingIsSentTwiceBehindTheUsersBack_F23_F34(int status) throws Exception {
    try (FaultHost host =
        FaultHost.playing(wire -> wire.send(answer(status, "text/plain", "x", "Retry-After: 0")))) {
      assertThat(Answers.from(host.baseUrl()).state()).isEqualTo(ReplyState.FAILED);
      assertThat(host.requests()).hasSize(1);
    }
  }

  @Test
  void aWebPageInPlaceOfAnAnswerIsNamedByItsTitle_F45() throws Exception {
    String page = "<!doctype html><html><head><title>Sign in to WiFi</title></head></html>";
    try (FaultHost host = FaultHost.playing(wire -> wire.send(answer(200, "text/html", page)))) {
      Reply reply = Answers.from(host.baseUrl());
      assertThat(reply.state()).isEqualTo(ReplyState.FAILED);
      assertThat(failure(reply).kind()).isEqualTo(FailureKind.PROTOCOL);
      assertThat(failure(reply).message()).contains("Sign in to WiFi").doesNotContain("<");
    }
  }

  @Test
  void anEmptyBodyIsAnEmptyAnswer_F37() throws Exception {
    try (FaultHost host =
        FaultHost.playing(wire -> wire.send(answer(200, "text/event-stream", "")))) {
      Reply reply = Answers.from(host.baseUrl());
      assertThat(reply.state()).isEqualTo(ReplyState.FAILED);
      assertThat(failure(reply).message()).contains("empty answer");
    }
  }

  @Test
  void anEndWithoutAWordIsAnEmptyAnswerUnlessAReasonIsGiven_F37() throws Exception {
    for (String nothing : List.of(DONE, finish("stop") + DONE)) {
      Reply reply = stream(nothing);
      assertThat(reply.state()).isEqualTo(ReplyState.FAILED);
      assertThat(failure(reply).kind()).isEqualTo(FailureKind.PROTOCOL);
      assertThat(failure(reply).message()).contains("empty answer");
    }
    Reply filtered = stream(finish("content_filter") + DONE);
    assertThat(filtered.state()).isEqualTo(ReplyState.COMPLETE);
    assertThat(filtered.outcome().finishReason()).isEqualTo("content_filter");
  }

  @Test
  void anErrorWithStatus200IsAnError_F46() throws Exception {
    try (FaultHost host =
        FaultHost.playing(
            wire ->
                wire.send(
                    answer(200, "application/json", "{\"error\":{\"message\":\"no seat\"}}")))) {
      Reply reply = Answers.from(host.baseUrl());
      assertThat(reply.state()).isEqualTo(ReplyState.FAILED);
      assertThat(failure(reply).message()).contains("no seat");
    }
  }

  @Test
  void aPlainJsonAnswerToARequestForAStreamIsTheAnswer_F47() throws Exception {
    String json =
        """
        {"model":"m1","choices":[{"index":0,"message":{"role":"assistant","content":"Hi",
        "reasoning_content":"Hm"},"finish_reason":"stop"}],
        "usage":{"prompt_tokens":1,"completion_tokens":2,"total_tokens":3}}
        """;
    try (FaultHost host =
        FaultHost.playing(wire -> wire.send(answer(200, "application/json", "\n\n" + json)))) {
      Reply reply = Answers.from(host.baseUrl());
      assertThat(reply.state()).isEqualTo(ReplyState.COMPLETE);
      assertThat(reply.text()).isEqualTo("Hi");
      assertThat(reply.reasoning()).isEqualTo("Hm");
      assertThat(reply.outcome().usage()).isEqualTo(new Usage(1L, 2L, null, null));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/json", "x/y; charset=utf-16"})
  void aStreamUnderAnotherNameIsReadAllTheSame_F48_F49(String type) throws Exception {
    String body = text("é") + finish("stop") + DONE;
    try (FaultHost host = FaultHost.playing(wire -> wire.send(answer(200, type, body)))) {
      Reply reply = Answers.from(host.baseUrl());
      assertThat(reply.state()).isEqualTo(ReplyState.COMPLETE);
      assertThat(reply.text()).isEqualTo("é");
    }
  }

  @Test
  void aCutStreamKeepsWhatCame_F63_F66() throws Exception {
    Reply reply = stream(text("kept") + "data: {\"choices\":[{\"del");
    assertThat(reply.state()).isEqualTo(ReplyState.INTERRUPTED);
    assertThat(failure(reply).kind()).isEqualTo(FailureKind.DISCONNECTED);
    assertThat(reply.text()).isEqualTo("kept");
  }

  @Test
  void aResetInMidStreamKeepsWhatCame_F65() throws Exception {
    try (FaultHost host =
        FaultHost.playing(
            wire -> {
              wire.send(
                  "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n");
              String event = text("kept");
              wire.send(Integer.toHexString(event.length()) + "\r\n" + event + "\r\nzz\r\n");
            })) {
      Reply reply = Answers.from(host.baseUrl());
      assertThat(reply.state()).isEqualTo(ReplyState.INTERRUPTED);
      assertThat(reply.text()).isEqualTo("kept");
      assertThat(failure(reply).message()).contains("cut off").doesNotContain("0d");
    }
  }

  @Test
  void aFinishReasonIsEnoughOfAnEnd_F67() throws Exception {
    assertThat(stream(text("a") + finish("stop")).state()).isEqualTo(ReplyState.COMPLETE);
  }

  @Test
  void doneIsEnoughOfAnEnd_F68() throws Exception {
    Reply reply = stream(text("a") + DONE);
    assertThat(reply.state()).isEqualTo(ReplyState.COMPLETE);
    assertThat(reply.outcome().finishReason()).isNull();
  }

  @Test
  void noEndMarkerAtAllIsInterrupted_F66() throws Exception {
    Reply reply = stream(text("a"));
    assertThat(reply.state()).isEqualTo(ReplyState.INTERRUPTED);
    assertThat(failure(reply).message()).contains("finish mark");
  }

  @Test
  void whatComesBehindDoneIsIgnored_F69() throws Exception {
    assertThat(stream(text("a") + finish("stop") + DONE + text("b")).text()).isEqualTo("a");
  }

  @Test
  void theFirstFinishReasonWins_F70_F71() throws Exception {
    Reply reply = stream(text("a") + finish("length") + finish("stop") + DONE);
    assertThat(reply.outcome().finishReason()).isEqualTo("length");
    assertThat(reply.state()).isEqualTo(ReplyState.COMPLETE);
  }

  @Test
  void anErrorInMidStreamKeepsWhatCame_F72() throws Exception {
    Reply reply =
        stream(
            text("kept")
                + "data: {\"error\":{\"message\":\"Overloaded\",\"type\":\"overloaded_error\"}}\n\n");
    assertThat(reply.state()).isEqualTo(ReplyState.FAILED);
    assertThat(failure(reply).kind()).isEqualTo(FailureKind.OVERLOADED);
    assertThat(reply.text()).isEqualTo("kept");
  }

  @Test
  void aHostThatNeverClosesIsLetGo_F82() throws Exception {
    try (FaultHost host =
        FaultHost.playing(
            wire -> {
              wire.send(streamHead() + text("a") + finish("stop"));
              wire.awaitClose();
            })) {
      assertThat(Answers.from(host.baseUrl()).state()).isEqualTo(ReplyState.COMPLETE);
    }
  }

  @Test
  void unknownAndOddShapesArePassedOver_F86_F87_F88() throws Exception {
    Reply reply =
        stream(
            "data: {\"choices\":[],\"prompt_filter_results\":[]}\n\n"
                + "data: {\"choices\":[{\"index\":0,\"delta\":{}}],\"obfuscation\":\"xyz\"}\n\n"
                + "data: {\"choices\":[{\"delta\":{\"role\":null,\"content\":null}}]}\n\n"
                + "data: {\"choices\":[{\"delta\":{\"content\":[{\"type\":\"text\",\"text\":\"a\"}]}}]}\n\n"
                + "data: {\"choices\":[{\"delta\":{\"content\":7}}]}\n\n"
                + "data: 17\n\n"
                + "data: {\"choices\":{},\"usage\":null}\n\n"
                + finish("stop")
                + DONE);
    assertThat(reply.state()).isEqualTo(ReplyState.COMPLETE);
    assertThat(reply.text()).isEqualTo("a7");
  }

  @Test
  void anotherChoiceIsNotMixedIn_F90() throws Exception {
    Reply reply =
        stream(
            text("a")
                + "data: {\"choices\":[{\"index\":1,\"delta\":{\"content\":\"no\"},\"finish_reason\":\"length\"}]}\n\n"
                + text("b")
                + finish("stop")
                + DONE);
    assertThat(reply.text()).isEqualTo("ab");
    assertThat(reply.outcome().finishReason()).isEqualTo("stop");
  }

  @Test
  void aDamagedEventMakesTheAnswerIncompleteButLosesNothingElse_F89() throws Exception {
    Reply reply = stream(text("a") + "data: {oops\n\n" + text("b") + finish("stop") + DONE);
    assertThat(reply.state()).isEqualTo(ReplyState.INTERRUPTED);
    assertThat(failure(reply).kind()).isEqualTo(FailureKind.PROTOCOL);
    assertThat(reply.text()).isEqualTo("ab");
  }

  @Test
  void twoDocumentsInOneEventAreBothRead_F59() throws Exception {
    String two = text("a").strip() + " " + text("b").substring("data: ".length());
    assertThat(stream(two + finish("stop") + DONE).text()).isEqualTo("ab");
  }

  @Test
  void invalidUtf8IsShownAsSuchAndTheRestKept_F54() throws Exception {
    try (FaultHost host =
        FaultHost.playing(
            wire -> {
              wire.send(streamHead() + "data: {\"choices\":[{\"delta\":{\"content\":\"a");
              wire.send(new byte[] {(byte) 0xC3, (byte) 0x28});
              wire.send("b\"}}]}\n\n" + finish("stop") + DONE);
            })) {
      Reply reply = Answers.from(host.baseUrl());
      assertThat(reply.text()).isEqualTo("a\uFFFD(b");
      assertThat(reply.state()).isEqualTo(ReplyState.COMPLETE);
    }
  }

  @Test
  void aSurrogatePairInTwoDeltasIsOneCharacter_F55() throws Exception {
    assertThat(stream(text("\\ud83d") + text("\\ude00!") + finish("stop") + DONE).text())
        .isEqualTo("😀!");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"prompt_tokens\":-1,\"completion_tokens\":1e30}"})
  void senselessCountsAreUnknown_F96(String usage) throws Exception {
    Reply reply =
        stream(
            text("a")
                + finish("stop")
                + "data: {\"choices\":[],\"usage\":"
                + usage
                + "}\n\n"
                + DONE);
    assertThat(reply.outcome().usage()).isEqualTo(new Usage(null, null, null, null));
  }

  @Test
  void thinkingInsideTheTextIsTakenOutAtTheStartOnly() throws Exception {
    Reply reply =
        stream(
            text("<th")
                + text("ink>Hm</thi")
                + text("nk>\\n\\nHi <think>")
                + finish("stop")
                + DONE);
    assertThat(reply.reasoning()).isEqualTo("Hm");
    assertThat(reply.text()).isEqualTo("Hi <think>");
  }

  @Test
  void aKeyGoesIntoOneHeaderOfOneRequest_T24() throws Exception {
    try (FaultHost host =
        FaultHost.playing(wire -> wire.send(streamHead() + text("a") + finish("stop") + DONE))) {
      Answers.from(
          Answers.provider(host.baseUrl(), "canary-4711", Map.of("key-header", "api-key")), "Hi");
      FaultHost.Request request = host.requests().getFirst();
      assertThat(request.header("api-key")).isEqualTo("canary-4711");
      assertThat(request.header("Authorization")).isEmpty();
      assertThat(request.head().lines().findFirst().orElseThrow()).doesNotContain("canary");
      assertThat(request.body()).doesNotContain("canary");
    }
  }

  private static Reply stream(String body) throws Exception {
    try (FaultHost host = FaultHost.playing(wire -> wire.send(streamHead() + body))) {
      Reply reply = Answers.from(host.baseUrl());
      assertThat(host.requests()).hasSize(1);
      return reply;
    }
  }

  private static String text(String content) {
    return "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + content + "\"}}]}\n\n";
  }

  private static String finish(String reason) {
    return "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\""
        + reason
        + "\"}]}\n\n";
  }
}
