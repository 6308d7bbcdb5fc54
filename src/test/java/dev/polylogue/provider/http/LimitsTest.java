package dev.polylogue.provider.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.KeyPlace;
import dev.polylogue.conversation.Protocol;
import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.provider.KeySource;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LimitsTest {
  private static Endpoint endpoint(Map<String, String> options) throws Exception {
    return Endpoint.of(
        new ProviderSettings(
            "p",
            Protocol.OPENAI_CHAT,
            URI.create("https://api.example.com/v1"),
            KeyPlace.NONE,
            Map.of(),
            options),
        KeySource.NONE);
  }

  @Test
  void aModelThatDrawsMayBeSilentForTwentyMinutesUnlessTheUserSaysOtherwise() throws Exception {
    assertThat(endpoint(Map.of()).limits().silence()).isEqualTo(Duration.ofMinutes(2));
    assertThat(endpoint(Map.of()).forPictures().limits().silence())
        .isEqualTo(Duration.ofMinutes(20));
    assertThat(endpoint(Map.of("idle-seconds", "30")).forPictures().limits().silence())
        .isEqualTo(Duration.ofSeconds(30));
  }
}
