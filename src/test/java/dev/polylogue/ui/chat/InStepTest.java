package dev.polylogue.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.ui.transcript.Beat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class InStepTest {
  private static final UUID ONE = new UUID(0, 1);
  private static final UUID TWO = new UUID(0, 2);
  private static final UUID THREE = new UUID(0, 3);
  private static final List<UUID> ORDER = List.of(ONE, TWO, THREE);

  @Test
  void aPaneWithTheTurnComesAsFar() {
    assertThat(InStep.nearest(new Beat(TWO, 1.5), ORDER, ORDER)).isEqualTo(new Beat(TWO, 1.5));
  }

  @Test
  void aPaneWithoutTheTurnStaysAtTheNearestOne() {
    assertThat(InStep.nearest(new Beat(TWO, 1.5), ORDER, List.of(ONE, THREE)))
        .isEqualTo(new Beat(ONE, 0));
    assertThat(InStep.nearest(new Beat(ONE, 1.5), ORDER, List.of(THREE)))
        .isEqualTo(new Beat(THREE, 0));
  }
}
