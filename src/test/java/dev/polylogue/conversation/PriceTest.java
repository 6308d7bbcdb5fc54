package dev.polylogue.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Against the two bills that xAI itself reported ({@code providers.md}, 8.1). */
class PriceTest {
  private static BigDecimal amount(String figure) {
    return new BigDecimal(figure);
  }

  private static Price price(@Nullable String searches, Price.Rate... rates) {
    return new Price(
        "m",
        List.of(rates),
        searches == null ? null : amount(searches),
        "USD",
        "a bill",
        LocalDate.of(2026, 9, 1));
  }

  private static Price.Rate rate(long from, String input, @Nullable String cached, String output) {
    return new Price.Rate(
        from, amount(input), cached == null ? null : amount(cached), null, amount(output));
  }

  private static final Price GROK =
      price("5", rate(0, "1.25", "0.20", "2.50"), rate(200_000, "2.50", "0.40", "5"));

  @Test
  void grokWithTwoSearchesCostsWhatXaiBilled() {
    Usage usage = new Usage(3865L + 2048, 364L, 2048L, null, null, 2L);
    assertThat(GROK.of(usage).orElseThrow().amount()).isEqualByComparingTo("0.01615085");
    assertThat(GROK.of(usage).orElseThrow().source()).isEqualTo(Cost.Source.COMPUTED);
  }

  @Test
  void reasoningIsBilledAsOutputAndShownApart() {
    Price mini = price(null, rate(0, "0.30", "0.075", "0.50"));
    Usage usage = Usage.of(12L, 291L, 11L, 290L);
    Cost cost = mini.of(usage).orElseThrow();
    assertThat(cost.amount()).isEqualByComparingTo("0.000146625");
    assertThat(cost.ofReasoning(usage).orElseThrow()).isEqualByComparingTo("0.000145");
    assertThat(cost.ofReasoning(Usage.of(12L, 291L, 11L, null))).isEmpty();
    assertThat(Cost.reported(cost.amount(), "USD").ofReasoning(usage)).isEmpty();
  }

  @Test
  void aLongPromptCostsMoreAltogether() {
    assertThat(GROK.of(Usage.of(199_999L, 0L, null, null)).orElseThrow().amount())
        .isEqualByComparingTo("0.24999875");
    assertThat(GROK.of(Usage.of(200_000L, 0L, null, null)).orElseThrow().amount())
        .isEqualByComparingTo("0.5");
  }

  @Test
  void aFigureThatIsNeededAndMissingLeavesTheCostUnknown() {
    Price bare = price(null, rate(0, "1", null, "1"));
    assertThat(bare.of(Usage.of(5L, 5L, 0L, null))).isPresent();
    assertThat(bare.of(Usage.of(5L, 5L, 3L, null))).isEmpty();
    assertThat(bare.of(Usage.of(5L, null, null, null))).isEmpty();
    assertThat(bare.of(new Usage(5L, 5L, null, null, 2L, null))).isEmpty();
    assertThat(bare.of(new Usage(5L, 5L, null, null, null, 1L))).isEmpty();
    assertThat(GROK.of(new Usage(250_000L, 5L, null, null, null, 1L))).isEmpty();
  }

  @Test
  void moreCachedTokensThanThePromptHasAreNotBilled() {
    assertThat(GROK.of(Usage.of(7L, 0L, 161L, null)).orElseThrow().amount())
        .isEqualByComparingTo("0.0000014");
  }
}
