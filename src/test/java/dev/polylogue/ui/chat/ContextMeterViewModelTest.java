package dev.polylogue.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.Outcome;
import dev.polylogue.conversation.Pane;
import dev.polylogue.conversation.Parameters;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.conversation.Timing;
import dev.polylogue.conversation.Usage;
import dev.polylogue.provider.ModelCard;
import dev.polylogue.provider.ModelFacts;
import dev.polylogue.run.Passage;
import dev.polylogue.run.Snapshot;
import dev.polylogue.session.Prompt;
import dev.polylogue.ui.Bench;
import dev.polylogue.ui.chat.ContextMeterViewModel.Level;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContextMeterViewModelTest {
  private static final UUID FIRST = new UUID(1, 1);
  private static final UUID SECOND = new UUID(1, 2);

  private final PaneViewModel pane =
      new PaneViewModel(Pane.empty(new UUID(0, 1), new ModelRef("xai", "grok"), Parameters.NONE));

  private ContextMeterViewModel meter(@Nullable Long window) {
    ModelFacts facts =
        new ModelFacts(false, Set.of(), new ModelFacts.Limits(window, null), null, null, null);
    return new ContextMeterViewModel(pane, ref -> ModelCard.named(ref).with(facts), Bench.TEXTS);
  }

  private static Snapshot reply(int letters, @Nullable Usage usage) {
    return new Snapshot(
        new UUID(2, 2),
        usage == null ? ReplyState.STREAMING : ReplyState.COMPLETE,
        new Snapshot.Content(
            List.of(new Passage(Passage.Kind.TEXT, "x".repeat(letters), null)),
            List.of(),
            List.of(),
            List.of()),
        new Outcome(Outcome.Origin.UNKNOWN, null, usage, null, List.of(), null),
        Timing.NONE,
        Snapshot.Trouble.NONE);
  }

  private static Usage used(long input, long output) {
    return Usage.of(input, output, null, null);
  }

  @Test
  void whatTheProviderCountedLastIsExact() {
    ContextMeterViewModel meter = meter(256_000L);
    assertThat(meter.anyProperty().get()).isFalse();
    pane.begin(
        FIRST, Prompt.of("Hello"), new ModelRef("sandbox", "scribe"), reply(400, used(100, 20)));
    pane.begin(
        SECOND,
        Prompt.of("More"),
        new ModelRef("sandbox", "scribe"),
        reply(400, used(12_000, 431)));
    assertThat(meter.anyProperty().get()).isTrue();
    assertThat(meter.wordsProperty().get()).isEqualTo("12,431 of 256,000 tokens (5 %)");
    assertThat(meter.levelProperty().get()).isEqualTo(Level.CALM);
  }

  @Test
  void whatWasWrittenSinceIsEstimatedAndSaidSo() {
    ContextMeterViewModel meter = meter(256_000L);
    pane.begin(
        FIRST, Prompt.of("Hello"), new ModelRef("sandbox", "scribe"), reply(10, used(12_000, 0)));
    pane.begin(
        SECOND, Prompt.of("x".repeat(800)), new ModelRef("sandbox", "scribe"), reply(0, null));
    assertThat(meter.wordsProperty().get()).isEqualTo("about 12,200 of 256,000 tokens (5 %)");
    pane.update(SECOND, reply(1_600, null));
    assertThat(meter.wordsProperty().get()).startsWith("about 12,600 of");
    pane.update(SECOND, reply(1_600, used(12_190, 380)));
    assertThat(meter.wordsProperty().get()).startsWith("12,570 of");
  }

  @ParameterizedTest
  @CsvSource({"799, CALM", "800, NEAR", "949, NEAR", "950, FULL", "5000, FULL"})
  void theColourTellsHowNearTheEndIs(long tokens, Level level) {
    ContextMeterViewModel meter = meter(1_000L);
    pane.begin(
        FIRST, Prompt.of("Hello"), new ModelRef("sandbox", "scribe"), reply(10, used(tokens, 0)));
    assertThat(meter.levelProperty().get()).isEqualTo(level);
    assertThat(meter.shareProperty().get()).isEqualTo(Math.min(1, tokens / 1000.0));
  }

  @Test
  void withoutAWindowOnlyTheTokensAreTold() {
    ContextMeterViewModel meter = meter(null);
    pane.begin(
        FIRST, Prompt.of("Hello"), new ModelRef("sandbox", "scribe"), reply(10, used(90, 10)));
    assertThat(meter.levelProperty().get()).isEqualTo(Level.UNKNOWN);
    assertThat(meter.wordsProperty().get()).startsWith("100 tokens").contains("not known");
  }
}
