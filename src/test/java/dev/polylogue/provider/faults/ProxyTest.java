package dev.polylogue.provider.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.FailureKind;
import dev.polylogue.provider.FaultHost;
import dev.polylogue.provider.ProviderException.Repeat;
import dev.polylogue.provider.http.SafeClient;
import dev.polylogue.provider.net.HostCertificates;
import dev.polylogue.provider.net.Network;
import dev.polylogue.provider.net.PeerTrust;
import dev.polylogue.provider.net.Proxies;
import dev.polylogue.provider.net.Timer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** <b>Proxies</b> (T24): everything goes through one that is set, and its words are its own. */
@Timeout(60)
class ProxyTest {
  private static final Dialect DIALECT = Dialect.CHAT_COMPLETIONS;
  private static final URI FAR = URI.create("https://api.far.example/v1");

  @TempDir private Path folder;

  private OkHttpClient through(Map<String, String> environment, String setting) {
    return SafeClient.create(
        new Network(
            Proxies.of(setting, environment::get, null),
            new PeerTrust(new HostCertificates(folder)),
            Timer.system()));
  }

  private OkHttpClient through(FaultHost proxy, String userInfo) {
    return through(
        Map.of("HTTPS_PROXY", "http://" + userInfo + proxy.baseUrl().getAuthority()), "system");
  }

  private static Trial ask(OkHttpClient client, URI address) throws Exception {
    return Trial.ask(DIALECT.at(client, address, Map.of("allow-http", "true")), "Hello");
  }

  private static String refusal(int status) {
    return "HTTP/1.1 " + status + " No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 502})
  @Covers("F08")
  void aRefusedTunnelIsTheProxysRefusal(int status) throws Exception {
    try (FaultHost proxy = FaultHost.playing(wire -> wire.send(refusal(status)))) {
      Trial trial = ask(through(proxy, ""), FAR);
      assertThat(trial.failure().kind()).isEqualTo(FailureKind.CONNECT);
      assertThat(trial.failure().status()).isEqualTo(status);
      assertThat(trial.failure().message())
          .contains("The proxy " + proxy.baseUrl().getAuthority(), "the way to api.far.example");
      assertThat(trial.repeat()).isEqualTo(Repeat.NEVER);
      assertThat(proxy.requests()).hasSize(1);
      assertThat(proxy.requests().getFirst().head())
          .startsWith("CONNECT api.far.example:443")
          .doesNotContain(Dialect.KEY);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://api.far.example/v1", "http://api.far.example/v1"})
  @Covers("F08")
  void aProxyThatAsksForANameSaysSo(String address) throws Exception {
    try (FaultHost proxy = FaultHost.playing(wire -> wire.send(refusal(407)))) {
      OkHttpClient client = through(Map.of(), "http://" + proxy.baseUrl().getAuthority());
      Trial trial = ask(client, URI.create(address));
      assertThat(trial.failure().kind()).isEqualTo(FailureKind.CONNECT);
      assertThat(trial.failure().message()).contains("asks for a name and a password (407)");
      assertThat(trial.repeat()).isEqualTo(Repeat.NEVER);
      assertThat(proxy.requests()).hasSize(1);
    }
  }

  @Test
  @Covers("F08")
  void aProxyThatIsNotThereIsNotTheProvidersFault() throws Exception {
    int port = RawHost.closedPort();
    Trial trial = ask(through(Map.of(), "http://127.0.0.1:" + port), FAR);
    assertThat(trial.failure().kind()).isEqualTo(FailureKind.CONNECT);
    assertThat(trial.failure().message())
        .contains("The proxy 127.0.0.1:" + port, "can't be reached itself");
    assertThat(trial.repeat()).isEqualTo(Repeat.UNSENT);
  }

  @Test
  void nameAndPasswordGoToTheProxyAloneAndTheKeyToTheHostAlone_T24() throws Exception {
    HeldCertificate shown =
        new HeldCertificate.Builder().addSubjectAlternativeName("api.far.example").build();
    new HostCertificates(folder).keep("api.far.example", 443, List.of(shown.certificate()));
    try (MockWebServer host = new MockWebServer()) {
      host.useHttps(
          new HandshakeCertificates.Builder().heldCertificate(shown).build().sslSocketFactory());
      host.enqueue(new MockResponse.Builder().body(DIALECT.answer("Hi")).build());
      host.start(InetAddress.ofLiteral("127.0.0.1"), 0);
      try (FaultHost proxy =
          FaultHost.playing(
              wire -> {
                wire.send("HTTP/1.1 200 Connected\r\n\r\n");
                join(wire.socket(), host.getPort());
              })) {
        Trial trial = ask(through(proxy, "me:pass%40word@"), FAR);
        assertThat(trial.reply().text()).as(trial.reply().toString()).isEqualTo("Hi");
        String seen = proxy.requests().getFirst().head();
        assertThat(proxy.requests().getFirst().header("Proxy-Authorization"))
            .isEqualTo("Basic bWU6cGFzc0B3b3Jk");
        assertThat(seen).doesNotContain(Dialect.KEY);
        var received = host.takeRequest();
        assertThat(received.getHeaders().get("Authorization")).contains(Dialect.KEY);
        assertThat(received.getHeaders().get("Proxy-Authorization")).isNull();
        assertThat(received.getRequestLine()).doesNotContain(Dialect.KEY);
      }
    }
  }

  private static void join(Socket client, int port) throws IOException {
    try (Socket host = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
      Thread.ofVirtual()
          .start(
              () -> {
                try {
                  host.getInputStream().transferTo(client.getOutputStream());
                } catch (IOException e) {
                  // one side has hung up
                }
              });
      client.getInputStream().transferTo(host.getOutputStream());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"system", "http://127.0.0.1:9"})
  void thisComputerIsNeverReachedThroughAProxy(String setting) throws Exception {
    try (FaultHost host =
        FaultHost.playing(wire -> wire.send(FaultHost.streamHead() + DIALECT.answer("Hi")))) {
      OkHttpClient client =
          through(Map.of("http_proxy", "127.0.0.1:9", "ALL_PROXY", "127.0.0.1:9"), setting);
      assertThat(ask(client, host.baseUrl()).reply().text()).isEqualTo("Hi");
    }
  }
}
