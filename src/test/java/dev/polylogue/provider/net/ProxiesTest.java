package dev.polylogue.provider.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Proxy;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxiesTest {
  private static String way(Proxies proxies, String address) {
    Proxy proxy = proxies.select(URI.create(address)).getFirst();
    return proxy.type() == Proxy.Type.DIRECT ? "direct" : proxy.type() + " " + Proxies.name(proxy);
  }

  @ParameterizedTest
  @CsvSource({
    "https://api.example/v1, HTTP secure:8443",
    "http://api.example/v1, HTTP plain:3128",
    "https://intern.example, direct",
    "https://deep.intern.example, direct",
    "https://notintern.example, HTTP secure:8443",
    "https://10.1.2.3:8443/, direct",
    "https://11.1.2.3/, HTTP secure:8443",
    "https://port.example:99/, direct",
    "https://port.example/, HTTP secure:8443",
    "http://localhost:1234/v1, direct",
    "http://127.0.0.9:1234/v1, direct",
    "http://[::1]:1234/v1, direct"
  })
  void theEnvironmentIsReadAsCommandLineUsersExpect_T24(String address, String way) {
    Map<String, String> set =
        Map.of(
            "HTTPS_PROXY", "http://secure:8443",
            "http_proxy", "plain:3128",
            "no_proxy", ".intern.example, 10.0.0.0/8 port.example:99");
    assertThat(way(Proxies.of("system", set::get, null), address)).isEqualTo(way);
  }

  @Test
  void allProxyHoldsWhereNothingElseIsSetAndMayBeSocks() {
    Map<String, String> set = Map.of("ALL_PROXY", "socks5://far:1080");
    assertThat(way(Proxies.of("system", set::get, null), "https://api.example"))
        .isEqualTo("SOCKS far:1080");
  }

  @Test
  void theSettingWinsOverTheEnvironment() {
    Map<String, String> set = Map.of("HTTPS_PROXY", "http://secure:8443", "NO_PROXY", "*");
    assertThat(way(Proxies.of("none", set::get, null), "https://api.example")).isEqualTo("direct");
    assertThat(way(Proxies.of("http://own:1", set::get, null), "https://api.example"))
        .isEqualTo("HTTP own:1");
  }

  @Test
  void aPasswordIsNeverShown() {
    Map<String, String> set = Map.of("HTTPS_PROXY", "https://me:secret@far:1");
    assertThatThrownBy(() -> Proxies.of("system", set::get, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("HTTPS_PROXY")
        .hasMessageNotContaining("secret");
  }
}
