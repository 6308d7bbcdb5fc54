package dev.polylogue.provider.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.FailureKind;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.provider.FaultHost;
import dev.polylogue.provider.ProviderException.Repeat;
import dev.polylogue.provider.http.SafeClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** <b>Connection</b>: faults before or beside an answer. */
@Timeout(60)
class ConnectionTest {
  private static final OkHttpClient CLIENT = SafeClient.create();

  private static Trial ask(Dialect dialect, OkHttpClient client, URI address) throws Exception {
    return Trial.ask(dialect.at(client, address, Map.of()), "Hello");
  }

  private static void assertFailed(Trial trial, FailureKind kind, Repeat repeat) {
    assertThat(trial.reply().state()).isEqualTo(ReplyState.FAILED);
    assertThat(trial.failure().kind()).as(trial.failure().message()).isEqualTo(kind);
    assertThat(trial.repeat()).isEqualTo(repeat);
  }

  @ParameterizedTest
  @EnumSource
  @Covers("F01")
  void aNameThatDoesNotExistIsSaid(Dialect dialect) throws Exception {
    Trial trial = ask(dialect, CLIENT, URI.create("https://nowhere.invalid/v1"));
    assertFailed(trial, FailureKind.DNS, Repeat.UNSENT_ONCE);
    assertThat(trial.failure().message()).contains("no host named nowhere.invalid");
  }

  @ParameterizedTest
  @EnumSource
  @Covers("F02")
  void aClosedPortIsAModelServerThatDoesNotRun(Dialect dialect) throws Exception {
    int port = RawHost.closedPort();
    Trial trial = ask(dialect, CLIENT, URI.create("http://127.0.0.1:" + port + "/v1"));
    assertFailed(trial, FailureKind.CONNECT, Repeat.UNSENT);
    assertThat(trial.failure().message()).contains("127.0.0.1:" + port, "running?");
  }

  /** A full queue of connections drops the first packet of any other, as a black hole does. */
  @ParameterizedTest
  @EnumSource
  @Covers("F03")
  void aBlackHoleIsNoConnection(Dialect dialect) throws Exception {
    List<Socket> crowd = new ArrayList<>();
    try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      fill(full, crowd);
      OkHttpClient impatient = CLIENT.newBuilder().connectTimeout(Duration.ofMillis(300)).build();
      Trial trial =
          ask(dialect, impatient, URI.create("http://127.0.0.1:" + full.getLocalPort() + "/v1"));
      assertFailed(trial, FailureKind.CONNECT, Repeat.UNSENT_ONCE);
      assertThat(trial.failure().message()).contains("No connection to 127.0.0.1:");
    } finally {
      for (Socket socket : crowd) {
        socket.close();
      }
    }
  }

  private static void fill(ServerSocket full, List<Socket> crowd) throws IOException {
    try {
      while (crowd.size() < 10) {
        Socket socket = new Socket();
        crowd.add(socket);
        socket.connect(new InetSocketAddress(full.getInetAddress(), full.getLocalPort()), 300);
      }
    } catch (SocketTimeoutException e) {
      // full
    }
  }

  @ParameterizedTest
  @EnumSource
  @Covers("F04")
  void theSecondAddressOfAHostIsTriedWhenTheFirstIsDead(Dialect dialect) throws Exception {
    try (FaultHost host =
        FaultHost.playing(wire -> wire.send(FaultHost.streamHead() + dialect.answer("Hi")))) {
      OkHttpClient twoAddresses =
          CLIENT
              .newBuilder()
              .dns(
                  _ ->
                      List.of(
                          InetAddress.ofLiteral("127.0.0.2"), InetAddress.ofLiteral("127.0.0.1")))
              .build();
      URI address = URI.create(host.baseUrl().toString().replace("127.0.0.1", "two.localhost"));
      Trial trial =
          Trial.ask(dialect.at(twoAddresses, address, Map.of("allow-http", "true")), "Hello");
      assertThat(trial.reply().text()).isEqualTo("Hi");
      assertThat(host.requests()).hasSize(1);
    }
  }

  /** The host closes a connection that could have waited for the next request. */
  @ParameterizedTest
  @EnumSource
  @Covers("F11")
  void aConnectionThatWentStaleCausesNoSecondRequest_T12(Dialect dialect) throws Exception {
    try (MockWebServer host = new MockWebServer()) {
      host.enqueue(
          new MockResponse.Builder()
              .code(400)
              .body("{\"error\":\"no\"}")
              .onResponseEnd(SocketEffect.ShutdownConnection.INSTANCE)
              .build());
      host.enqueue(new MockResponse.Builder().body(dialect.answer("Hi")).build());
      host.start(InetAddress.getLoopbackAddress(), 0);
      URI address = URI.create("http://127.0.0.1:" + host.getPort() + "/v1");
      assertThat(ask(dialect, CLIENT, address).failure().status()).isEqualTo(400);
      assertThat(ask(dialect, CLIENT, address).reply().text()).isEqualTo("Hi");
      assertThat(host.getRequestCount()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  @Covers("F13")
  void aResetWhileTheRequestIsSentIsNotRepeated_T12(Dialect dialect) throws Exception {
    try (RawHost host =
        RawHost.treating(
            socket -> {
              socket.getInputStream().readNBytes(100_000);
              RawHost.reset(socket);
            })) {
      Trial trial =
          Trial.ask(dialect.at(CLIENT, host.baseUrl("http"), Map.of()), "x".repeat(20 << 20));
      assertFailed(trial, FailureKind.DISCONNECTED, Repeat.NEVER);
      assertThat(trial.failure().message()).contains("it was not accepted");
      assertThat(host.connections()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  @Covers("F14")
  void anAnswerBeforeTheRequestWasReadIsRead(Dialect dialect) throws Exception {
    String early = FaultHost.answer(413, "application/json", "{\"error\":\"at most 1 MB\"}");
    try (RawHost host =
        RawHost.treating(
            socket -> {
              socket.getInputStream().readNBytes(1000);
              socket.getOutputStream().write(early.getBytes(StandardCharsets.UTF_8));
              socket.shutdownOutput();
              socket.getInputStream().readNBytes(4 << 20);
            })) {
      Trial trial =
          Trial.ask(dialect.at(CLIENT, host.baseUrl("http"), Map.of()), "x".repeat(20 << 20));
      assertFailed(trial, FailureKind.TOO_LARGE, Repeat.NEVER);
      assertThat(trial.failure().message()).contains("at most 1 MB", "kB were sent");
      assertThat(host.connections()).isEqualTo(1);
    }
  }
}
