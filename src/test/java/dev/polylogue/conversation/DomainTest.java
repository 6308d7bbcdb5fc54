package dev.polylogue.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainTest {

  @Test
  void onlyTheFirstSlashOfAModelDivides() {
    assertThat(ModelRef.parse("openrouter/meta/llama-4"))
        .isEqualTo(new ModelRef("openrouter", "meta/llama-4"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "grok", "/grok", "xai/", " / "})
  void whatIsNoModelIsRefusedInWords(String text) {
    assertThatThrownBy(() -> ModelRef.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("provider/model");
  }

  @Test
  void aReplyHasExactlyOneEnd() {
    for (ReplyState state : ReplyState.values()) {
      for (ReplyState next : ReplyState.values()) {
        assertThat(state.canBecome(next))
            .isEqualTo(state.isLive() && next.ordinal() > state.ordinal());
      }
    }
    assertThat(ReplyState.COMPLETE.canBecome(ReplyState.FAILED)).isFalse();
    assertThat(ReplyState.of("interrupted")).isEqualTo(ReplyState.INTERRUPTED);
  }

  @ParameterizedTest
  @CsvSource({
    "TEMPERATURE, 3, from 0 to 2",
    "TEMPERATURE, NaN, from 0 to 2",
    "TOP_P, x, from 0 to 1",
    "MAX_TOKENS, 0, from 1",
    "SEED, 1.5, whole",
    "REASONING_EFFORT, huge, one of",
    "WEB_SEARCH, maybe, true or false"
  })
  void aSettingThatDoesNotFitIsRefusedInWords(Setting setting, String text, String words) {
    assertThatThrownBy(() -> Parameters.NONE.with(setting, text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(setting.key())
        .hasMessageContaining(words);
  }

  @Test
  void aBlankTakesASettingAway() {
    Parameters set = Parameters.NONE.with(Setting.TEMPERATURE, "0.5").with(Setting.SEED, "7");
    assertThat(set.with(Setting.TEMPERATURE, " "))
        .isEqualTo(Parameters.NONE.with(Setting.SEED, "7"));
  }

  @Test
  void speedCountsTheTokensBehindTheFirstOverTheirTime() {
    Timing plain = new Timing(null, 500L, 1500L, 1600L);
    assertThat(plain.tokensPerSecond(Usage.of(1L, 101L, null, null))).isEqualTo(100.0);
    assertThat(plain.tokensPerSecond(null)).isNull();
    assertThat(plain.tokensPerSecond(Usage.of(1L, null, null, null))).isNull();
  }

  @Test
  void anAnswerInOnePieceHasNoSpeed() {
    Usage usage = Usage.of(1L, 25_000L, null, null);
    assertThat(new Timing(null, 500L, 503L, 510L).tokensPerSecond(usage)).isNull();
    assertThat(new Timing(null, 500L, 549L, 560L).tokensPerSecond(usage)).isNull();
    assertThat(new Timing(null, 500L, 550L, 560L).tokensPerSecond(usage)).isNotNull();
  }

  @Test
  void reasoningCountsForSpeedOnlyWhenItWasStreamed() {
    Usage usage = Usage.of(1L, 101L, null, 50L);
    assertThat(new Timing(500L, 1000L, 1500L, 1600L).tokensPerSecond(usage)).isEqualTo(100.0);
    assertThat(new Timing(null, 500L, 1500L, 1600L).tokensPerSecond(usage)).isEqualTo(50.0);
  }
}
