package dev.polylogue.provider.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.PictureOptions;
import dev.polylogue.provider.FaultHost;
import java.net.URI;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a deployment on Azure is edited, as {@code providers.md}, 11.3 has it. */
class AzurePicturesTest {
  private static FaultHost.Request sent(
      String base, Map<String, String> options, String model, boolean source) throws Exception {
    String answer =
        "{\"data\":[{\"b64_json\":\"%s\"}]}"
            .formatted(Base64.getEncoder().encodeToString(Studio.png()));
    try (FaultHost host =
        FaultHost.playing(wire -> wire.send(FaultHost.answer(200, "application/json", answer)))) {
      URI at = URI.create(host.baseUrl().toString().replace("/v1", base));
      Map<String, String> all = new HashMap<>(options);
      all.put("key-header", "api-key");
      Drawn drawn =
          Studio.draw(
              Studio.at(PictureForm.AZURE, at, all),
              Studio.edit(
                  Studio.unknown(model),
                  source ? List.of(Studio.photo(3, 2)) : List.of(),
                  null,
                  PictureOptions.USUAL));
      assertThat(drawn.pictures()).hasSize(1);
      FaultHost.Request request = host.requests().getFirst();
      assertThat(request.header("api-key")).isEqualTo(Studio.KEY);
      return request;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/openai/v1, draw, /openai/v1/images/edits?api-version=preview",
    "/openai/deployments/draw, draw, /openai/deployments/draw/images/edits?api-version=2025-04-01-preview",
    "/api/projects/P/openai/v1, draw, /api/projects/P/openai/v1/images/edits?api-version=preview",
    "/models, draw, /openai/v1/images/edits?api-version=preview",
    "/openai/v1, FLUX.1-Kontext-pro, /openai/deployments/FLUX.1-Kontext-pro/images/edits?api-version=preview",
    "/openai/v1, FLUX.2-pro, /providers/blackforestlabs/v1/flux-2-pro?api-version=preview",
    "/openai/v1, FLUX.2-flex, /providers/blackforestlabs/v1/flux-2-flex?api-version=preview",
    "/openai/v1, MAI-Image-2.6, /mai/v1/images/edits"
  })
  void theModelDecidesThePath(String base, String model, String path) throws Exception {
    assertThat(sent(base, Map.of(), model, true).head()).startsWith("POST " + path + " HTTP/1.1");
  }

  @ParameterizedTest
  @CsvSource({
    "/openai/v1, gpt-image-2, /openai/v1/images/generations?api-version=preview",
    "/openai/v1, FLUX-1.1-pro, /providers/blackforestlabs/v1/flux-pro-1.1?api-version=preview",
    "/openai/v1, FLUX.1-Kontext-pro, /providers/blackforestlabs/v1/flux-kontext-pro?api-version=preview",
    "/openai/v1, MAI-Image-2.5, /mai/v1/images/generations"
  })
  void andSoItDoesWithoutASource(String base, String model, String path) throws Exception {
    FaultHost.Request request = sent(base, Map.of(), model, false);
    assertThat(request.head()).startsWith("POST " + path + " HTTP/1.1");
    assertThat(request.header("Content-Type")).isEqualTo("application/json");
  }

  @ParameterizedTest
  @CsvSource({
    "2024-10-21, 2025-04-01-preview", // from before pictures could be edited
    "2025-11-15-preview, 2025-11-15-preview"
  })
  void theVersionOfTheProviderHoldsWhereItKnowsPictures(String set, String sent) throws Exception {
    assertThat(sent("/openai/deployments/draw", Map.of("api-version", set), "draw", true).head())
        .contains("images/edits?api-version=" + sent + " ");
    assertThat(
            sent(
                    "/openai/deployments/draw",
                    Map.of("api-version", set, "pictures-api-version", "mine"),
                    "draw",
                    true)
                .head())
        .contains("images/edits?api-version=mine ");
  }

  @ParameterizedTest
  @CsvSource({
    "FLUX.2-pro, input_image",
    "MAI-Image-2.6, name=\"image\"",
    "gpt-image-2, name=\"model\""
  })
  void aDeploymentIsWhatTheUserSaysItIs(String underlying, String body) throws Exception {
    FaultHost.Request request =
        sent("/openai/v1", Map.of("underlying.mine", underlying), "mine", true);
    assertThat(request.body()).contains(body, "mine");
  }
}
