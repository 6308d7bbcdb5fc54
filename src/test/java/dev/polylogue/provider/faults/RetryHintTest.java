package dev.polylogue.provider.faults;

import static dev.polylogue.provider.FaultHost.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.provider.FaultHost;
import dev.polylogue.provider.ProviderException.Repeat;
import dev.polylogue.provider.http.SafeClient;
import java.util.Map;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** <b>Status codes</b>: what a refusal says beside its words. */
class RetryHintTest {
  private static final OkHttpClient CLIENT = SafeClient.create();
  private static final String NOW = "Date: Sun, 22 Nov 2026 10:00:00 GMT";

  private static Trial refused(int status, String... headers) throws Exception {
    try (FaultHost host =
        FaultHost.playing(wire -> wire.send(answer(status, "text/plain", "slow", headers)))) {
      return Trial.ask(Dialect.CHAT_COMPLETIONS.at(CLIENT, host.baseUrl(), Map.of()), "Hello");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Retry-After: 7                                      | 7
          Retry-After: Sun, 22 Nov 2026 10:00:30 GMT          | 30
          Retry-After: Sun, 22 Nov 2026 09:00:00 GMT          |
          Retry-After: -3                                     |
          Retry-After: soon                                   |
          Retry-After: 1000000000000                          |
          Retry-After: NaN                                    |
          retry-after-ms: 250                                 | 0.25
          retry-after-ms: 0                                   |
          """)
  @Covers({"F27", "F28", "F30"})
  void theWaitThatAProviderAsksForIsReadAsItMeant(String header, Double seconds) throws Exception {
    Trial trial = refused(429, header, NOW);
    assertThat(trial.failure().retryAfterSeconds()).isEqualTo(seconds);
    assertThat(trial.repeat()).isEqualTo(Repeat.REFUSED);
  }

  @Test
  @Covers("F29")
  void millisecondsWinUnlessTheyAreZero() throws Exception {
    assertThat(refused(429, "Retry-After: 1", "retry-after-ms: 250").failure().retryAfterSeconds())
        .isEqualTo(0.25);
    assertThat(refused(429, "Retry-After: 1", "retry-after-ms: 0").failure().retryAfterSeconds())
        .isEqualTo(1.0);
  }

  @Test
  @Covers("F32")
  void theNameOfTheRequestIsKeptAlsoWhenItFailed() throws Exception {
    assertThat(refused(500, "x-request-id: req-17").reply().outcome().requestId())
        .isEqualTo("req-17");
  }
}
