package dev.polylogue.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.Exchange;
import dev.polylogue.conversation.FailureKind;
import dev.polylogue.conversation.Reply;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.conversation.Warning;
import dev.polylogue.provider.Answers;
import dev.polylogue.provider.ChatEvent;
import dev.polylogue.provider.FaultHost;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent again by itself, over a real socket, with the requests counted. */
@Timeout(30)
class RetryTest {
  private final BlockingQueue<Duration> waited = new LinkedBlockingQueue<>();
  private final Patience quick =
      Patience.usual(
          (over, time) -> {
            waited.add(time);
            return false;
          },
          () -> 0);
  private final Patience held =
      Patience.usual(
          (over, time) -> {
            waited.add(time);
            over.await();
            return true;
          },
          () -> 0);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          429 | Retry-After: 7       | 7000
          429 | retry-after-ms: 250  | 250
          429 | X: none              | 1000
          503 | Retry-After: 0       | 1000
          529 | X: none              | 1000
          """)
  void aRefusalIsWaitedOutAndThenAnswered_F27_F29_F30_F34_F35(int status, String header, long wait)
      throws Exception {
    try (FaultHost host =
        FaultHost.deciding(
            (number, _) ->
                number == 0 ? refusal(status, header) : wire -> wire.send(whole("there")))) {
      Run run = ended(host.baseUrl(), quick);
      assertThat(result(run).state()).isEqualTo(ReplyState.COMPLETE);
      assertThat(result(run).text()).isEqualTo("there");
      assertThat(host.requests()).hasSize(2);
      assertThat(host.requests().get(1).body()).isEqualTo(host.requests().get(0).body());
      assertThat(waited).containsExactly(Duration.ofMillis(wait));
      assertThat(run.retries())
          .singleElement()
          .satisfies(
              retry -> {
                assertThat(retry.attempt()).isEqualTo(2);
                assertThat(retry.most()).isEqualTo(3);
                assertThat(retry.inSeconds()).isEqualTo(wait / 1000.0);
                assertThat(retry.reason()).contains("(" + status + ")");
              });
    }
  }

  @Test
  void afterTwoRepetitionsTheReplyFailsAndTellsHowOftenItWasTried() throws Exception {
    try (FaultHost host = FaultHost.playing(refusal(503, "X: none"))) {
      List<Exchange> kept = new ArrayList<>();
      Run run = ended(host.baseUrl(), quick, keeping(kept, 0));
      assertThat(host.requests()).hasSize(3);
      assertThat(waited).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
      assertThat(Answers.failure(result(run)).message()).endsWith("Tried 3 times.");
      assertThat(Answers.failure(result(run)).status()).isEqualTo(503);
      assertThat(kept).hasSize(3);
    }
  }

  @Test
  void theExchangesOfAllAttemptsAreKeptInTheirOrder() throws Exception {
    try (FaultHost host =
        FaultHost.deciding(
            (number, _) ->
                number < 2
                    ? refusal(number == 0 ? 429 : 503, "X: none")
                    : wire -> wire.send(whole("there")))) {
      List<Exchange> kept = new ArrayList<>();
      assertThat(result(ended(host.baseUrl(), quick, keeping(kept, 0))).text()).isEqualTo("there");
      assertThat(kept)
          .extracting(exchange -> Objects.requireNonNull(exchange.response()).status())
          .containsExactly(429, 503, 200);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 402, 403, 404, 408, 409, 413, 422, 500, 502, 504})
  void anythingElseIsSentOnce_F16_F26_F32_F33(int status) throws Exception {
    try (FaultHost host = FaultHost.playing(refusal(status, "Retry-After: 1"))) {
      Run run = ended(host.baseUrl(), quick);
      assertThat(result(run).state()).isEqualTo(ReplyState.FAILED);
      assertThat(Answers.failure(result(run)).message()).doesNotContain("Tried");
      assertThat(host.requests()).hasSize(1);
      assertThat(waited).isEmpty();
    }
  }

  @Test
  void aSpentQuotaAndAProviderThatForbidsItAreAskedOnce_F31() throws Exception {
    String quota = "{\"error\":{\"message\":\"no\",\"code\":\"insufficient_quota\"}}";
    try (FaultHost host =
        FaultHost.playing(wire -> wire.send(FaultHost.answer(429, "application/json", quota)))) {
      assertThat(Answers.failure(result(ended(host.baseUrl(), quick))).kind())
          .isEqualTo(FailureKind.QUOTA);
      assertThat(host.requests()).hasSize(1);
    }
    try (FaultHost host = FaultHost.playing(refusal(503, "x-should-retry: false"))) {
      ended(host.baseUrl(), quick);
      assertThat(host.requests()).hasSize(1);
    }
  }

  @Test
  void aLongerWaitThanAMinuteIsLeftToTheUser_F30() throws Exception {
    try (FaultHost host = FaultHost.playing(refusal(429, "Retry-After: 61"))) {
      Run run = ended(host.baseUrl(), quick);
      assertThat(Answers.failure(result(run)).retryAfterSeconds()).isEqualTo(61.0);
      assertThat(host.requests()).hasSize(1);
    }
  }

  @Test
  void anErrorInPlaceOfTheFirstEventIsARefusal_F73() throws Exception {
    String overloaded = "data: {\"error\":{\"message\":\"Overloaded\",\"code\":529}}\n\n";
    try (FaultHost host =
        FaultHost.deciding(
            (number, _) ->
                wire ->
                    wire.send(
                        number == 0 ? FaultHost.streamHead() + overloaded : whole("there")))) {
      assertThat(result(ended(host.baseUrl(), quick)).text()).isEqualTo("there");
      assertThat(host.requests()).hasSize(2);
    }
  }

  @Test
  void nothingIsRepeatedOnceWordsHaveCome_F72() throws Exception {
    String overloaded = "data: {\"error\":{\"message\":\"Overloaded\",\"code\":529}}\n\n";
    try (FaultHost host =
        FaultHost.playing(
            wire -> wire.send(FaultHost.streamHead() + words("begun") + overloaded))) {
      Run run = ended(host.baseUrl(), quick);
      assertThat(result(run).text()).isEqualTo("begun");
      assertThat(result(run).state()).isEqualTo(ReplyState.FAILED);
      assertThat(host.requests()).hasSize(1);
    }
  }

  @Test
  void aHostThatReadsTheRequestAndClosesIsAskedOnce_F12_T12() throws Exception {
    try (FaultHost host = FaultHost.playing(wire -> {})) {
      ended(host.baseUrl(), quick);
      assertThat(host.requests()).hasSize(1);
      assertThat(waited).isEmpty();
    }
  }

  @Test
  void aClosedPortIsTriedThreeTimesAndAnUnknownNameTwice_F01_F02() throws Exception {
    int port;
    try (ServerSocket closing = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closing.getLocalPort();
    }
    Run refused = ended(URI.create("http://127.0.0.1:" + port + "/v1"), quick);
    assertThat(Answers.failure(result(refused)).kind()).isEqualTo(FailureKind.CONNECT);
    assertThat(waited).containsExactly(Duration.ofMillis(500), Duration.ofSeconds(2));
    waited.clear();
    Run unknown = ended(URI.create("https://nowhere.invalid/v1"), quick);
    assertThat(Answers.failure(result(unknown)).kind()).isEqualTo(FailureKind.DNS);
    assertThat(waited).containsExactly(Duration.ofMillis(500));
  }

  @Test
  void theWaitIsShownAndTheStateNeverGoesBack() throws Exception {
    List<ReplyState> states = new ArrayList<>();
    CountDownLatch answer = new CountDownLatch(1);
    try (FaultHost host =
        FaultHost.deciding(
            (number, _) ->
                number == 0
                    ? refusal(429, "Retry-After: 7")
                    : wire -> {
                      await(answer);
                      wire.send(whole("there"));
                    })) {
      Round round = start(host.baseUrl(), held, Journal.NONE);
      Run run = round.runs().getFirst();
      waited.take();
      Snapshot.Retry retry = Objects.requireNonNull(run.snapshot().retry());
      assertThat(retry.attempt()).isEqualTo(2);
      assertThat(retry.inSeconds()).isBetween(0.0, 7.0);
      states.add(run.snapshot().state());
      run.retryNow();
      while (host.requests().size() < 2) {
        states.add(run.snapshot().state());
        Thread.onSpinWait();
      }
      assertThat(run.snapshot().retry()).isNull();
      states.add(run.snapshot().state());
      answer.countDown();
      round.awaitEnd();
      assertThat(states).containsOnly(ReplyState.WAITING);
      assertThat(result(run).text()).isEqualTo("there");
    }
  }

  @Test
  void stopEndsTheWaitAtOnceAndNothingMoreIsSent_F83() throws Exception {
    try (FaultHost host = FaultHost.playing(refusal(429, "Retry-After: 60"))) {
      Round round = start(host.baseUrl(), held, Journal.NONE);
      waited.take();
      long before = System.nanoTime();
      round.stopAll();
      round.awaitEnd();
      StopTest.assertSoon(before, System.nanoTime());
      Reply reply = result(round.runs().getFirst());
      assertThat(reply.state()).isEqualTo(ReplyState.STOPPED);
      assertThat(reply.outcome().failure()).isNull();
      assertThat(host.requests()).hasSize(1);
    }
  }

  @Test
  void aRepeatedRequestWarnsOnceAndKeepsTheNamesOfTheLastAnswer() {
    Assembler assembler = new Assembler();
    ChatEvent warned = new ChatEvent.Warned(new Warning("seed", "Dropped."));
    assembler.accept(warned, 0);
    assembler.accept(new ChatEvent.Started("request-1", null), 0);
    assertThat(assembler.hasBegun()).isFalse();
    assembler.beginAgain();
    assembler.accept(warned, 1);
    assembler.accept(new ChatEvent.Started("request-2", "served"), 1);
    assertThat(assembler.outcome(null).warnings()).hasSize(1);
    assertThat(assembler.outcome(null).requestId()).isEqualTo("request-2");
  }

  @Test
  void aReplyThatCouldNotBeStoredIsTriedAgain_D07() throws Exception {
    try (FaultHost host = FaultHost.playing(wire -> wire.send(whole("kept")))) {
      List<Exchange> kept = new ArrayList<>();
      Run run = ended(host.baseUrl(), quick, keeping(kept, 3));
      assertThat(kept).hasSize(1);
      assertThat(waited)
          .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
      assertThat(run.snapshot().storageTrouble()).isNull();
    }
  }

  @Test
  void aReplyThatCannotBeStoredAtAllIsGivenUpAndSaidToBeUnsaved_D07() throws Exception {
    try (FaultHost host = FaultHost.playing(wire -> wire.send(whole("kept")))) {
      Run run = ended(host.baseUrl(), quick, keeping(new ArrayList<>(), 1000));
      assertThat(waited).hasSize(4);
      assertThat(run.snapshot().storageTrouble()).isEqualTo("The disk is full.");
      assertThat(result(run).text()).isEqualTo("kept");
    }
  }

  @Test
  void beforeAWindowItIsTriedUntilThereIsRoomOnTheDisk_D07() throws Exception {
    try (FaultHost host = FaultHost.playing(wire -> wire.send(whole("kept")))) {
      List<Exchange> kept = new ArrayList<>();
      Run run = ended(host.baseUrl(), quick.untilEverythingIsStored(), keeping(kept, 20));
      assertThat(kept).hasSize(1);
      assertThat(waited).hasSize(20).endsWith(Duration.ofSeconds(5), Duration.ofSeconds(5));
      assertThat(run.snapshot().storageTrouble()).isNull();
    }
  }

  @Test
  void anEndingProgramDoesNotWaitForRoomOnTheDisk_D07() throws Exception {
    try (FaultHost host = FaultHost.playing(wire -> wire.send(whole("kept")))) {
      Round round = start(host.baseUrl(), held, keeping(new ArrayList<>(), 1000));
      waited.take();
      round.interruptAll();
      assertThat(waited).isEmpty();
      assertThat(result(round.runs().getFirst()).state()).isEqualTo(ReplyState.COMPLETE);
    }
  }

  private static Journal keeping(List<Exchange> kept, int failures) {
    int[] left = {failures};
    return new Storeless() {
      @Override
      public void finish(Reply reply, List<Exchange> exchanges) throws JournalException {
        if (left[0]-- > 0) {
          throw new JournalException(new IOException("The disk is full."));
        }
        kept.addAll(exchanges);
      }
    };
  }

  private static Round start(URI baseUrl, Patience patience, Journal journal) throws Exception {
    return Answers.start(
        Answers.provider(baseUrl, "canary-4711", Map.of()), "Hello", journal, patience);
  }

  private static Run ended(URI baseUrl, Patience patience) throws Exception {
    return ended(baseUrl, patience, Journal.NONE);
  }

  private static Run ended(URI baseUrl, Patience patience, Journal journal) throws Exception {
    Round round = start(baseUrl, patience, journal);
    round.awaitEnd();
    return round.runs().getFirst();
  }

  private static Reply result(Run run) {
    return Objects.requireNonNull(run.result());
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private static FaultHost.Script refusal(int status, String header) {
    return wire -> wire.send(FaultHost.answer(status, "text/plain", "no", header));
  }

  private static String words(String text) {
    return "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + text + "\"}}]}\n\n";
  }

  private static String whole(String text) {
    return FaultHost.streamHead()
        + words(text)
        + "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n"
        + "data: [DONE]\n\n";
  }
}
