package dev.polylogue.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.Price;
import dev.polylogue.provider.ModelCard;
import dev.polylogue.provider.ModelFacts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ModelGroupsTest {
  private static ModelCard card(String ref) {
    return ModelCard.named(ModelRef.parse(ref));
  }

  /** A deployment with a name of its own, billed as another model. */
  private static ModelCard deployment(String ref, String billed) {
    Price.Rate rate = new Price.Rate(0, BigDecimal.ONE, null, null, BigDecimal.TEN);
    Price price = new Price(billed, List.of(rate), null, "USD", "", LocalDate.of(2026, 1, 1));
    return card(ref)
        .with(new ModelFacts(true, Set.of(), ModelFacts.Limits.UNKNOWN, null, price, null));
  }

  @Test
  void theSameModelIsOneGroupHoweverItsProvidersWriteIt() {
    List<ModelGroups.Group> groups =
        ModelGroups.of(
            List.of(
                card("xai/grok-4.3"),
                card("xai/grok-3"),
                card("openrouter/x-ai/grok-4.3"),
                card("azure/Grok-4-3"),
                deployment("azure/my-grok", "grok-4.3")));
    assertThat(groups).extracting(ModelGroups.Group::name).containsExactly("grok-4.3", "grok-3");
    assertThat(groups.getFirst().offers())
        .extracting(offer -> offer.ref().toString())
        .containsExactly(
            "xai/grok-4.3", "openrouter/x-ai/grok-4.3", "azure/Grok-4-3", "azure/my-grok");
  }

  @Test
  void aModelAnswersToItsWordsInAnyOrder() {
    ModelCard card = card("openrouter/anthropic/claude-sonnet-4.5");
    assertThat(ModelGroups.answers(card, "sonnet CLAUDE")).isTrue();
    assertThat(ModelGroups.answers(card, "sonnet-4-5")).isTrue();
    assertThat(ModelGroups.answers(card, "openrouter sonnet")).isTrue();
    assertThat(ModelGroups.answers(card, "opus")).isFalse();
    assertThat(ModelGroups.answers(deployment("azure/my-grok", "grok-4.3"), "grok 4")).isTrue();
  }
}
