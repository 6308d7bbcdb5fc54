package dev.polylogue.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** T27. The shapes are spelled out of a prefix and a filler, so that none here is a key. */
class KeyShapesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "sk-#",
        "sk-proj-#",
        "sk-svcacct-#",
        "sk-ant-api03-#",
        "sk-or-v1-#",
        "xai-#",
        "AIza#",
        "AQ.#",
        "gsk_#",
        "hf_#",
        "pplx-#",
        "nvapi-#",
        "r8_#",
        "tgp_v1_#",
        "fw_#",
        "csk-#",
        "LLM|123456789|#",
        "ghp_#",
        "github_pat_#",
        "Authorization: Bearer #",
        "api-key: #",
        "AZURE_API_KEY=#",
        "key \"#\""
      })
  void whatLooksLikeAKeyIsFoundWithinAPrompt(String shape) {
    String filler = "0a".repeat(20);
    assertThat(KeyShapes.find("Why does " + shape.replace("#", filler) + " not work?"))
        .as(shape)
        .isPresent()
        .get()
        .satisfies(shown -> assertThat(shown).hasSizeLessThan(10));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Explain why the sea has tides.",
        "git show 0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a",
        "sha256 0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a",
        "an sk-learn-pipeline-with-a-very-long-name-in-it",
        "the key is under the mat, the token is short",
        "https://example.com/hf_models/very/long/path/without/any/key/in/it",
        "a UUID 0a0a0a0a-0a0a-0a0a-0a0a-0a0a0a0a0a0a"
      })
  void proseAndCodeAreLeftAlone(String prompt) {
    assertThat(KeyShapes.find(prompt)).isEmpty();
  }
}
