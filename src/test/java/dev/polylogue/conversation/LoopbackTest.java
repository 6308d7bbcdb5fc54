package dev.polylogue.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** T23. */
class LoopbackTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "LOCALHOST",
        "models.localhost",
        "127.0.0.1",
        "127.8.9.1",
        "::1",
        "[::1]"
      })
  void thisComputerIsKnownByItsNames(String host) {
    assertThat(Loopback.isIt(host)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1.example",
        "127.example",
        "localhost.example",
        "10.0.0.1",
        "::2",
        "0.0.0.0",
        ""
      })
  void namesThatOnlyBeginLikeItAreOtherComputers(String host) {
    assertThat(Loopback.isIt(host)).isFalse();
  }
}
