package dev.polylogue.provider.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.FailureKind;
import dev.polylogue.provider.FaultHost;
import dev.polylogue.provider.http.SafeClient;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A host that wants a key where none is set: nothing was there to be rejected. */
class KeylessTest {
  @ParameterizedTest
  @EnumSource
  @Covers("F18")
  void aHostThatWantsAKeyIsNotSaidToRejectOne(Dialect dialect) throws Exception {
    String body = "{\"error\":{\"message\":\"Who are you?\"}}";
    try (FaultHost host =
        FaultHost.playing(wire -> wire.send(FaultHost.answer(401, "application/json", body)))) {
      var provider = dialect.at(SafeClient.create(), host.baseUrl(), Map.of(), Optional.empty());
      Trial trial = Trial.ask(provider, "Hello");

      assertThat(trial.failure().kind()).isEqualTo(FailureKind.AUTH);
      assertThat(trial.failure().message())
          .contains("wants a key (401), and none is set for host. It says: Who are you?");
    }
  }
}
