package dev.polylogue.provider.faults;

import static dev.polylogue.provider.FaultHost.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.FailureKind;
import dev.polylogue.provider.FaultHost;
import dev.polylogue.provider.http.SafeClient;
import java.util.Map;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** <b>Redirects and cookies</b>: where a key and a prompt never go (T08, T11). */
class RedirectTest {
  private static final OkHttpClient CLIENT = SafeClient.create();
  private static final Dialect DIALECT = Dialect.CHAT_COMPLETIONS;

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  @Covers({"F38", "F39"})
  void theOtherHostSeesNothingWhicheverHeaderHoldsTheKey_T08(int status) throws Exception {
    for (String header : new String[] {"Authorization", "api-key", "x-api-key", "x-goog-api-key"}) {
      try (FaultHost other = FaultHost.playing(wire -> wire.send(answer(200, "text/plain", "x")));
          FaultHost host =
              FaultHost.playing(
                  wire ->
                      wire.send(
                          answer(status, "text/plain", "", "Location: " + other.baseUrl())))) {
        Trial trial =
            Trial.ask(DIALECT.at(CLIENT, host.baseUrl(), Map.of("key-header", header)), "Hello");
        assertThat(trial.failure().kind()).isEqualTo(FailureKind.REDIRECT);
        assertThat(trial.failure().message()).contains(other.baseUrl().toString(), "not followed");
        assertThat(other.requests()).isEmpty();
        assertThat(host.requests()).hasSize(1);
      }
    }
  }

  @Test
  void theKeyGoesIntoOneHeaderOfOneRequest_T24() throws Exception {
    try (FaultHost host =
        FaultHost.playing(wire -> wire.send(FaultHost.streamHead() + DIALECT.answer("a")))) {
      Trial.ask(DIALECT.at(CLIENT, host.baseUrl(), Map.of("key-header", "api-key")), "Hi");
      FaultHost.Request request = host.requests().getFirst();
      assertThat(request.header("api-key")).isEqualTo(Dialect.KEY);
      assertThat(request.header("Authorization")).isEmpty();
      assertThat(request.head().lines().findFirst().orElseThrow()).doesNotContain(Dialect.KEY);
      assertThat(request.head().split(Dialect.KEY, -1)).hasSize(2);
      assertThat(request.body()).doesNotContain(Dialect.KEY);
    }
  }
}
