package dev.polylogue.provider.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polylogue.conversation.KeyPlace;
import dev.polylogue.conversation.Protocol;
import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.provider.FaultHost;
import dev.polylogue.provider.KeySource;
import dev.polylogue.provider.ProviderException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.util.List;
import java.util.Map;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An answer of a public provider must not make this program call into the user's network (F100).
 */
class PublicHostsTest {
  private static Endpoint provider(String address) throws ProviderException {
    return Endpoint.of(
        new ProviderSettings(
            "p", Protocol.OPENAI_CHAT, URI.create(address), KeyPlace.NONE, Map.of(), Map.of()),
        KeySource.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.9.9.9",
        "0.0.0.0",
        "10.1.2.3",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.0.1",
        "169.254.169.254",
        "100.64.0.1",
        "192.0.0.8",
        "198.18.0.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fc00::1",
        "fd12:3456::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "64:ff9b::a00:1",
        "2002:7f00:1::",
        "::7f00:1"
      })
  void whatIsInsideIsKnown(String address) throws Exception {
    assertThat(PublicHosts.isInside(InetAddress.getByName(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "172.32.0.1",
        "100.128.0.1",
        "192.0.2.1",
        "198.20.0.1",
        "2606:4700::1111",
        "64:ff9b::101:101",
        "2002:101:101::"
      })
  void whatIsOutsideIsNot(String address) throws Exception {
    assertThat(PublicHosts.isInside(InetAddress.getByName(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://127.0.0.1/a.png",
        "https://localhost/a.png",
        "https://a.localhost/a.png",
        "https://[::1]/a.png",
        "https://169.254.169.254/latest",
        "https://192.168.1.1/",
        "https://[fd00::1]/a.png",
        "http://169.254.169.254/latest",
        "http://example.com/a.png",
        "https://user:word@example.com/a.png",
        "ftp://example.com/a.png",
        "file:///etc/passwd",
        ""
      })
  void anAddressThatMustNotBeCalledIsRefusedBeforeAnything(String address) throws Exception {
    Endpoint endpoint = provider("https://api.example.com/v1");
    assertThatThrownBy(() -> new ResultFetch(SafeClient.create(), endpoint, address))
        .isInstanceOf(ProviderException.class)
        .hasMessageContaining("could not be fetched");
  }

  @Test
  void aNameThatLeadsInsideIsNotCalled() throws Exception {
    try (FaultHost inside = FaultHost.playing(wire -> wire.send("never"))) {
      OkHttpClient client =
          SafeClient.create()
              .newBuilder()
              .dns(
                  name ->
                      List.of(InetAddress.getByName("1.1.1.1"), InetAddress.getLoopbackAddress()))
              .build();
      int port = inside.baseUrl().getPort();
      ResultFetch fetch =
          new ResultFetch(
              client,
              provider("https://api.example.com/v1"),
              "https://pictures.example.com:" + port + "/a.png");
      assertThatThrownBy(fetch::fetch).hasMessageContaining("leads into your own network");
      assertThat(inside.requests()).isEmpty();
    }
  }

  @Test
  void norIsItThroughAProxy() throws Exception {
    try (FaultHost proxy = FaultHost.playing(wire -> wire.send("never"))) {
      InetSocketAddress at = new InetSocketAddress("127.0.0.1", proxy.baseUrl().getPort());
      OkHttpClient client =
          SafeClient.create()
              .newBuilder()
              .dns(name -> List.of(InetAddress.getByName("10.0.0.7")))
              .proxy(null)
              .proxySelector(ProxySelector.of(at))
              .build();
      ResultFetch fetch =
          new ResultFetch(
              client, provider("https://api.example.com/v1"), "https://intranet.example/a.png");
      assertThatThrownBy(fetch::fetch).hasMessageContaining("leads into your own network");
      assertThat(proxy.requests()).isEmpty();
    }
  }

  @Test
  void aProviderOnThisComputerMayNameItselfAndNothingElseThere_F100() throws Exception {
    Endpoint local = provider("http://127.0.0.1:9/v1");
    assertThat(new ResultFetch(SafeClient.create(), local, "http://localhost:9/a.png")).isNotNull();
    assertThatThrownBy(
            () -> new ResultFetch(SafeClient.create(), local, "http://127.0.0.1:10/a.png"))
        .hasMessageContaining("not https://");
    assertThatThrownBy(
            () -> new ResultFetch(SafeClient.create(), local, "https://localhost:10/a.png"))
        .hasMessageContaining("your own network");
    assertThatThrownBy(
            () -> new ResultFetch(SafeClient.create(), local, "https://169.254.169.254/a.png"))
        .hasMessageContaining("your own network");
  }
}
