package dev.polylogue.provider.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.KeyPlace;
import dev.polylogue.conversation.Protocol;
import dev.polylogue.conversation.ProviderSettings;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a provider is called in messages. */
class EndpointTest {
  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:40123/v1, '', 127.0.0.1:40123",
    "http://127.0.0.1:40123/v1, Sandbox, Sandbox",
    "https://api.example.com/v1, '', api.example.com",
    "https://api.example.com:8443/v1, '', api.example.com:8443",
    "https://api.example.com/v1, Sandbox, api.example.com"
  })
  void aHostIsNamedAsItIsAndOnlyThisComputerByAnotherName(URI address, String shownAs, String name)
      throws Exception {
    Map<String, String> options = shownAs.isEmpty() ? Map.of() : Map.of("shown-as", shownAs);
    ProviderSettings settings =
        new ProviderSettings(
            "mine", Protocol.OPENAI_CHAT, address, KeyPlace.NONE, Map.of(), options);

    assertThat(Endpoint.of(settings, Optional::empty).name()).isEqualTo(name);
  }
}
