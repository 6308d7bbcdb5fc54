package dev.polylogue.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.Failure;
import dev.polylogue.conversation.FailureKind;
import dev.polylogue.provider.ProviderException;
import dev.polylogue.provider.ProviderException.Repeat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryRuleTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          refused connection, first time (F02)        | UNSENT      | CONNECT    |       | 1 | 0 | 500
          refused connection, second time             | UNSENT      | CONNECT    |       | 2 | 0 | 2000
          refused connection, third time              | UNSENT      | CONNECT    |       | 3 | 0 |
          jitter takes off a quarter at most          | UNSENT      | CONNECT    |       | 2 | 1 | 1500
          unknown name, once more (F01)               | UNSENT_ONCE | DNS        |       | 1 | 0 | 500
          unknown name, no third time                 | UNSENT_ONCE | DNS        |       | 2 | 0 |
          connect time-out, once more (F03)           | UNSENT_ONCE | CONNECT    |       | 1 | 0 | 500
          connect time-out, no third time             | UNSENT_ONCE | CONNECT    |       | 2 | 0 |
          the provider's hint (F27)                   | REFUSED     | RATE_LIMIT | 7     | 1 | 1 | 7000
          the hint holds each time                    | REFUSED     | RATE_LIMIT | 7     | 2 | 0 | 7000
          no third repetition                         | REFUSED     | RATE_LIMIT | 7     | 3 | 0 |
          a hint in milliseconds (F29)                | REFUSED     | RATE_LIMIT | 0.25  | 1 | 0 | 250
          a minute is still waited for                | REFUSED     | RATE_LIMIT | 60    | 1 | 0 | 60000
          more than a minute is for the user (F30)    | REFUSED     | RATE_LIMIT | 60.1  | 1 | 0 |
          no hint, first (F30)                        | REFUSED     | RATE_LIMIT |       | 1 | 0 | 1000
          no hint, second                             | REFUSED     | RATE_LIMIT |       | 2 | 0 | 2000
          no hint, with jitter                        | REFUSED     | RATE_LIMIT |       | 1 | 1 | 750
          a hint of 0 is none (F34)                   | REFUSED     | OVERLOADED | 0     | 1 | 0 | 1000
          overloaded (F35)                            | REFUSED     | OVERLOADED |       | 2 | 0 | 2000
          a quota comes back with money only (F31)    | REFUSED     | QUOTA      |       | 1 | 0 |
          a key does not become right (F18)           | REFUSED     | AUTH       | 1     | 1 | 0 |
          an error at the host may be billed (F32)    | NEVER       | SERVER     | 1     | 1 | 0 |
          a gateway error may be billed (F33)         | NEVER       | SERVER     |       | 1 | 0 |
          closed without an answer (F12, T12)         | NEVER       | DISCONNECTED |     | 1 | 0 |
          """)
  void aRequestIsRepeatedOnlyWhereThatIsHarmless(
      String what,
      Repeat repeat,
      FailureKind kind,
      Double hint,
      int attempt,
      double jitter,
      Long millis) {
    ProviderException failed =
        ProviderException.failed(new Failure(kind, null, what, hint)).repeatable(repeat);
    assertThat(RetryRule.wait(attempt, failed, jitter).map(wait -> wait.toMillis()).orElse(null))
        .as(what)
        .isEqualTo(millis);
  }

  @Test
  void theLastFailureTellsHowOftenItWasTried() {
    Failure failure = new Failure(FailureKind.RATE_LIMIT, 429, "Slow down.", 7.0);
    assertThat(RetryRule.told(failure, 1)).isEqualTo(failure);
    assertThat(RetryRule.told(failure, 3))
        .isEqualTo(new Failure(FailureKind.RATE_LIMIT, 429, "Slow down. Tried 3 times.", 7.0));
  }
}
