package dev.polylogue.provider.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.Exchange;
import dev.polylogue.conversation.FailureKind;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.provider.ProviderException.Repeat;
import dev.polylogue.provider.http.SafeClient;
import dev.polylogue.provider.net.HostCertificates;
import dev.polylogue.provider.net.ManualTimer;
import dev.polylogue.provider.net.Network;
import dev.polylogue.provider.net.PeerTrust;
import dev.polylogue.provider.net.Proxies;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.QueueDispatcher;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** <b>HTTP/2</b>: many answers on one connection, which may be reset, shut down or wedged. */
@Timeout(60)
class Http2Test {
  @TempDir private Path folder;
  private final ManualTimer timer = new ManualTimer();
  private final HeldCertificate shown =
      new HeldCertificate.Builder().addSubjectAlternativeName("127.0.0.1").build();
  private final MockWebServer host = new MockWebServer();
  private final Semaphore taken = new Semaphore(0);
  private OkHttpClient client;

  @BeforeEach
  void start() throws Exception {
    host.useHttps(
        new HandshakeCertificates.Builder().heldCertificate(shown).build().sslSocketFactory());
    host.setDispatcher(new Counted());
    host.start(InetAddress.ofLiteral("127.0.0.1"), 0);
    client = SafeClient.create(network(host.getPort()));
  }

  /** Tells when a response left the queue, which for a reset stream is after the client saw it. */
  private final class Counted extends QueueDispatcher {
    @Override
    public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
      MockResponse response = super.dispatch(request);
      taken.release();
      return response;
    }
  }

  private Network network(int port) throws Exception {
    HostCertificates added = new HostCertificates(folder);
    added.keep("127.0.0.1", port, List.of(shown.certificate()));
    return new Network(Proxies.none(), new PeerTrust(added), timer);
  }

  @AfterEach
  void end() {
    host.close();
  }

  private Trial ask(Dialect dialect) throws Exception {
    return Trial.ask(dialect.at(client, address(host.getPort()), Map.of()), "Hello");
  }

  private static URI address(int port) {
    return URI.create("https://127.0.0.1:" + port + "/v1");
  }

  private void enqueue(MockResponse.Builder response) {
    host.enqueue(response.build());
  }

  private static MockResponse.Builder answer(Dialect dialect) {
    return new MockResponse.Builder().body(dialect.answer("Hi"));
  }

  /** Only a refused stream was surely not processed; nothing is repeated behind our back (T12). */
  @ParameterizedTest
  @CsvSource({"7, UNSENT", "8, NEVER", "2, NEVER"})
  @Covers("F74")
  void aStreamThatIsResetBeforeTheAnswerIsSentOnce(int code, Repeat repeat) throws Exception {
    for (Dialect dialect : Dialect.values()) {
      int before = host.getRequestCount();
      enqueue(new MockResponse.Builder().onRequestStart(new SocketEffect.CloseStream(code)));
      Trial trial = ask(dialect);
      assertThat(trial.reply().state()).isEqualTo(ReplyState.FAILED);
      assertThat(trial.failure().kind()).isEqualTo(FailureKind.DISCONNECTED);
      assertThat(trial.repeat()).isEqualTo(repeat);
      taken.acquire();
      enqueue(answer(dialect));
      assertThat(ask(dialect).reply().text()).isEqualTo("Hi");
      taken.acquire();
      assertThat(host.getRequestCount() - before).as("this one and the next").isEqualTo(2);
    }
  }

  @Test
  @Covers("F74")
  void aStreamThatIsRefusedBeforeTheRequestIsWholeMayBeSentOnceMore() throws Exception {
    enqueue(new MockResponse.Builder().onRequestStart(new SocketEffect.CloseStream(7)));
    Dialect dialect = Dialect.CHAT_COMPLETIONS;
    Trial trial =
        Trial.ask(dialect.at(client, address(host.getPort()), Map.of()), "x".repeat(40 << 20));
    assertThat(trial.failure().message()).contains("REFUSED_STREAM");
    assertThat(trial.repeat()).isEqualTo(Repeat.UNSENT);
    taken.acquire();
    assertThat(host.getRequestCount()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"7", "8", "2"})
  @Covers("F74")
  void aStreamThatIsResetInTheAnswerKeepsWhatCame(int code) throws Exception {
    for (Dialect dialect : Dialect.values()) {
      int before = host.getRequestCount();
      String comment = ": " + "x".repeat(5000) + "\n\n";
      enqueue(
          new MockResponse.Builder()
              .body(dialect.opening() + dialect.text("kept") + comment + comment)
              .onResponseBody(new SocketEffect.CloseStream(code)));
      Trial trial = ask(dialect);
      assertThat(trial.reply().state()).isEqualTo(ReplyState.INTERRUPTED);
      assertThat("kept").startsWith(trial.reply().text());
      assertThat(trial.failure().kind()).isEqualTo(FailureKind.DISCONNECTED);
      assertThat(trial.repeat()).isEqualTo(Repeat.NEVER);
      assertThat(host.getRequestCount() - before).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  @Covers("F75")
  void aConnectionThatIsShutDownEndsItsAnswersAndTakesNoNewOnes(Dialect dialect) throws Exception {
    enqueue(answer(dialect).headersDelay(1, TimeUnit.SECONDS));
    enqueue(shutDownBehind(answer(dialect)));
    Trial slow = Trial.start(dialect.at(client, address(host.getPort()), Map.of()), "Hello");
    assertThat(takeIndex()).as("the slow one has come first").isZero();
    Trial last = ask(dialect);
    assertThat(last.reply().text()).as(last.reply().toString()).isEqualTo("Hi");
    slow.await();
    assertThat(slow.reply().text()).as(slow.reply().toString()).isEqualTo("Hi");
    assertThat(takeIndex()).as("on the same connection").isEqualTo(1);
    int index = askAgain(dialect);
    for (int late = 0; index > 0 && late < 20; late++) {
      index = askAgain(dialect);
    }
    assertThat(index).as("on a new connection once the host's word has come").isZero();
  }

  /** The host only does so where the client has not turned away from the stream before its end. */
  private static MockResponse.Builder shutDownBehind(MockResponse.Builder answer) {
    return answer.onResponseEnd(SocketEffect.ShutdownConnection.INSTANCE);
  }

  private int askAgain(Dialect dialect) throws Exception {
    enqueue(shutDownBehind(answer(dialect)));
    assertThat(ask(dialect).reply().text()).isEqualTo("Hi");
    return takeIndex();
  }

  private int takeIndex() throws InterruptedException {
    return host.takeRequest().getExchangeIndex();
  }

  private static void awaitSent(Trial trial) {
    while (trial.round().runs().getFirst().snapshot().state() != ReplyState.WAITING
        && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(1_000_000);
    }
  }

  /** No protocol of ours gives trailers a meaning, so they are kept to be looked at. */
  @ParameterizedTest
  @EnumSource
  @Covers("F76")
  void trailersAreKeptWithTheExchange(Dialect dialect) throws Exception {
    enqueue(
        new MockResponse.Builder()
            .body(dialect.opening() + dialect.text("a"))
            .trailers(Headers.of("x-error", "it broke")));
    Trial trial = ask(dialect);
    assertThat(trial.reply().state()).isEqualTo(ReplyState.INTERRUPTED);
    assertThat(trial.exchanges().getFirst().response().headers())
        .contains(new Exchange.Header("x-error", "it broke"));
  }

  @Test
  @Covers("F15")
  void aWedgedConnectionIsGivenUpAndNeverUsedAgain() throws Exception {
    Dialect dialect = Dialect.CHAT_COMPLETIONS;
    try (WedgedHost wedged = new WedgedHost(shown)) {
      OkHttpClient own = SafeClient.create(network(wedged.port()));
      Trial trial =
          Trial.start(dialect.at(own, address(wedged.port()), Map.of()), "x".repeat(40 << 20));
      wedged.awaitWedged();
      timer.advance(Duration.ofSeconds(121));
      trial.await();
      assertThat(trial.failure().kind()).isEqualTo(FailureKind.TIMEOUT);
      assertThat(trial.failure().message()).contains("120 seconds");
      assertThat(trial.repeat()).isEqualTo(Repeat.NEVER);
      Trial next = Trial.ask(dialect.at(own, address(wedged.port()), Map.of()), "And now?");
      assertThat(next.repeat()).as(next.failure().message()).isEqualTo(Repeat.UNSENT_ONCE);
      assertThat(wedged.connections()).as("the next one takes another").isEqualTo(2);
    }
  }

  @Test
  @Covers({"F15", "F83"})
  void aStopReachesAlsoAWedgedConnection() throws Exception {
    Dialect dialect = Dialect.CHAT_COMPLETIONS;
    try (WedgedHost wedged = new WedgedHost(shown)) {
      OkHttpClient own = SafeClient.create(network(wedged.port()));
      Trial trial =
          Trial.start(dialect.at(own, address(wedged.port()), Map.of()), "x".repeat(40 << 20));
      wedged.awaitWedged();
      trial.stop();
      timer.advance(Duration.ofMillis(250));
      trial.await();
      assertThat(trial.reply().state()).isEqualTo(ReplyState.STOPPED);
    }
  }

  @ParameterizedTest
  @EnumSource
  @Covers("F15")
  void aSilentStreamEndsByTheIdleRuleAndLeavesTheOthersAlone(Dialect dialect) throws Exception {
    enqueue(answer(dialect));
    assertThat(ask(dialect).reply().text()).isEqualTo("Hi");
    enqueue(answer(dialect).headersDelay(30, TimeUnit.SECONDS));
    Trial silent = Trial.start(dialect.at(client, address(host.getPort()), Map.of()), "Hello");
    awaitSent(silent);
    timer.advance(Duration.ofSeconds(121));
    silent.await();
    assertThat(silent.failure().kind()).isEqualTo(FailureKind.TIMEOUT);
    enqueue(answer(dialect));
    assertThat(ask(dialect).reply().text()).isEqualTo("Hi");
  }
}
