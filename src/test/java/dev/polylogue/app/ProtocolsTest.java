package dev.polylogue.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polylogue.conversation.FailureKind;
import dev.polylogue.conversation.KeyPlace;
import dev.polylogue.conversation.Protocol;
import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.provider.KeySource;
import dev.polylogue.provider.PictureProvider;
import dev.polylogue.provider.ProviderException;
import dev.polylogue.provider.gemini.GeneratedPictures;
import dev.polylogue.provider.http.SafeClient;
import dev.polylogue.provider.pictures.Images;
import dev.polylogue.provider.pictures.PictureForm;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProtocolsTest {
  private static ProviderSettings at(
      Protocol protocol, String address, Map<String, String> options) {
    return new ProviderSettings(
        "p", protocol, URI.create(address), KeyPlace.NONE, Map.of(), options);
  }

  private static PictureProvider pictures(ProviderSettings settings) throws ProviderException {
    return new Protocols(SafeClient.create()).pictures(settings, KeySource.NONE);
  }

  @ParameterizedTest
  @CsvSource({
    "OPENAI_RESPONSES, https://api.openai.com/v1, OPENAI",
    "OPENAI_RESPONSES, https://api.x.ai/v1, XAI",
    "OPENAI_CHAT, https://openrouter.ai/api/v1, OPENROUTER",
    "OPENAI_CHAT, https://r.openai.azure.com/openai/v1, AZURE",
    "OPENAI_CHAT, https://r.services.ai.azure.com/models, AZURE",
    "OPENAI_CHAT, http://localhost:8080/v1, OPENAI",
    "GEMINI, https://generativelanguage.googleapis.com/v1beta, GEMINI",
    "ANTHROPIC, https://api.anthropic.com/v1, NONE"
  })
  void theHostSaysHowPicturesAreMadeThere(Protocol protocol, String address, PictureForm form)
      throws Exception {
    assertThat(PictureForm.of(at(protocol, address, Map.of()))).isEqualTo(form);
  }

  @Test
  void anOptionSaysOtherwise() throws Exception {
    ProviderSettings proxy =
        at(Protocol.OPENAI_CHAT, "https://proxy.example/v1", Map.of("pictures", "xai"));
    assertThat(PictureForm.of(proxy)).isEqualTo(PictureForm.XAI);
    assertThat(pictures(proxy)).isInstanceOf(Images.class);
    assertThat(pictures(at(Protocol.GEMINI, "https://g.example/v1beta", Map.of())))
        .isInstanceOf(GeneratedPictures.class);
    assertThatThrownBy(
            () ->
                pictures(
                    at(Protocol.OPENAI_CHAT, "https://x.example/v1", Map.of("pictures", "paint"))))
        .hasMessageContaining("openai, xai, openrouter, azure, gemini, none");
  }

  @Test
  void whoMakesNoneSaysSo() {
    assertThatThrownBy(
            () -> pictures(at(Protocol.ANTHROPIC, "https://api.anthropic.com/v1", Map.of())))
        .isInstanceOfSatisfying(
            ProviderException.class,
            failed -> assertThat(failed.failure().kind()).isEqualTo(FailureKind.UNSUPPORTED))
        .hasMessageContaining("p makes no pictures");
  }
}
