package dev.polylogue.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.KeyPlace;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.PictureOptions;
import dev.polylogue.conversation.Protocol;
import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.provider.Capability;
import dev.polylogue.provider.ModelCard;
import dev.polylogue.provider.PictureRequest.Upload;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the catalogue knows of models that make pictures. */
class PictureRowsTest {
  private static final Upload PHOTO =
      new Upload("image/png", 1920, 1080, 1, () -> InputStream.nullInputStream());
  private static final ModelCatalog CATALOG =
      ModelCatalog.load(Path.of("no such folder"), () -> Instant.parse("2026-11-22T12:00:00Z"));

  private static ProviderSettings at(String host, Map<String, String> options) {
    Map<String, String> all = new HashMap<>(options);
    all.put("catalog", host);
    return new ProviderSettings(
        "p", Protocol.OPENAI_CHAT, URI.create("https://example.com"), KeyPlace.NONE, Map.of(), all);
  }

  private static ModelCard card(ProviderSettings provider, String model) {
    return ModelCard.named(new ModelRef("p", model))
        .with(CATALOG.facts(provider, model))
        .with(CATALOG.pictures(provider, model).orElse(null));
  }

  private static PictureOptions options(String size, @Nullable String quality, int n) {
    return new PictureOptions(size, quality, n, null, null);
  }

  @Test
  void whatEditsAndWhatTakesAMaskIsKnown() {
    ModelCard gpt = card(at("openai", Map.of()), "gpt-image-2");
    assertThat(gpt.facts().capabilities())
        .contains(Capability.EDITS, Capability.MASK, Capability.DRAWS);
    assertThat(gpt.isNoChat()).isTrue();
    ModelCard grok = card(at("xai", Map.of()), "grok-imagine-image-2.0");
    assertThat(grok.facts().can(Capability.EDITS)).isTrue();
    assertThat(grok.facts().may(Capability.MASK)).isFalse();
    ModelCard gemini = card(at("google", Map.of()), "gemini-3-pro-image-preview");
    assertThat(gemini.facts().can(Capability.EDITS)).isTrue();
    assertThat(gemini.isNoChat()).isFalse();
    assertThat(card(at("xai", Map.of()), "grok-4.7").pictures()).isNull();
  }

  @Test
  void whatCanBeSentToAModelIsKnownWhateverItIsCalledWhereItRuns() {
    long openAi = card(at("openai", Map.of()), "gpt-image-2").pictures().takes().bytes();

    assertThat(openAi).isEqualTo(45_000_000);
    assertThat(card(at("openrouter", Map.of()), "openai/gpt-image-2").pictures().takes().bytes())
        .isEqualTo(openAi);
    assertThat(card(at("xai", Map.of()), "grok-imagine-image").pictures().takes().bytes())
        .as("10 MiB as Base64")
        .isLessThan(10_485_760L * 3 / 4);
    assertThat(card(at("google", Map.of()), "gemini-2.5-flash-image").pictures().takes().ratio())
        .isEqualTo(8);
  }

  @Test
  void picturesAreListedBesideAndNotAmongTheChats() {
    ProviderSettings xai = at("xai", Map.of());
    assertThat(CATALOG.drawing(xai).stream().map(card -> card.ref().model()))
        .containsExactlyInAnyOrder("grok-imagine-image-2.0", "grok-imagine-image");
    assertThat(CATALOG.models(xai)).noneMatch(ModelCard::isNoChat);
    assertThat(CATALOG.drawing(at("azure", Map.of()))).isEmpty();
  }

  @Test
  void theExpectedPriceIsThatOfSizeQualityAndNumber() {
    ModelCard grok = card(at("xai", Map.of()), "grok-imagine-image-2.0");
    assertThat(grok.expected(PictureOptions.USUAL, PHOTO, 1)).hasValue(new BigDecimal("0.07"));
    assertThat(grok.expected(options("2k", "medium", 3), PHOTO, 2).orElseThrow())
        .isEqualByComparingTo("0.30");
    assertThat(grok.expected(options("1k", "high", 1), PHOTO, 1)).isEmpty();
    ModelCard gemini = card(at("google", Map.of()), "gemini-3-pro-image-preview");
    assertThat(gemini.expected(PictureOptions.USUAL, PHOTO, 1).orElseThrow())
        .isEqualByComparingTo("0.1344");
    assertThat(gemini.expected(options("2K", null, 1), PHOTO, 1).orElseThrow())
        .isEqualByComparingTo("0.1344");
    assertThat(gemini.expected(options("4K", null, 2), PHOTO, 1).orElseThrow())
        .isEqualByComparingTo("0.48");
    ModelCard flash = card(at("google", Map.of()), "gemini-2.5-flash-image");
    assertThat(flash.expected(options("4K", null, 1), PHOTO, 1)).isEmpty();
    ModelCard older = card(at("openai", Map.of()), "gpt-image-1.5");
    assertThat(older.expected(options("1024x1024", "low", 2), PHOTO, 1).orElseThrow())
        .isEqualByComparingTo("0.017408");
    assertThat(older.expected(options("1024x1024", "high", 1), PHOTO, 1)).isEmpty();
  }

  @Test
  void aPriceOfTheMakerIsNoPriceElsewhere() {
    assertThat(
            card(at("openrouter", Map.of()), "openai/gpt-image-1.5")
                .expected(options("1024x1024", "low", 1), PHOTO, 1))
        .isEmpty();
    ModelCard regional =
        card(at("azure", Map.of("deployment-type", "standard")), "FLUX.1-Kontext-pro");
    assertThat(regional.expected(PictureOptions.USUAL, PHOTO, 1)).isEmpty();
    assertThat(
            card(at("azure", Map.of()), "FLUX.1-Kontext-pro")
                .expected(PictureOptions.USUAL, PHOTO, 1)
                .orElseThrow())
        .isEqualByComparingTo("0.04");
  }

  @Test
  void whatEndedOrWillEndIsSaid() {
    ProviderSettings openAi = at("openai", Map.of());
    for (String gone : List.of("gpt-image-1", "dall-e-3")) {
      assertThat(CATALOG.facts(openAi, gone).retirement()).as(gone).isNotNull();
    }
    for (String ending : List.of("gpt-image-1.5", "gpt-image-1-mini", "chatgpt-image-latest")) {
      assertThat(CATALOG.facts(openAi, ending).retirement()).as(ending).isNull();
      assertThat(CATALOG.ending(openAi, ending).orElseThrow().since()).isEqualTo("2026-12-01");
    }
    assertThat(CATALOG.facts(at("xai", Map.of()), "grok-imagine-image-pro").retirement())
        .isNotNull();
  }
}
