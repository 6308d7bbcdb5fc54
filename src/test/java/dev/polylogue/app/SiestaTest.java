package dev.polylogue.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SiestaTest {
  private static final long MB = 1L << 20;

  private final Siesta.Rest rest = new Siesta.Rest();

  /** Bytes in use at each look, in megabytes; says whether the last look found it worth while. */
  private boolean look(long... used) {
    boolean worth = false;
    for (long megabytes : used) {
      worth = rest.isWorthIt(megabytes * MB);
    }
    return worth;
  }

  @Test
  void muchIsGivenBackOnceNothingIsDoneForSomeLooks() {
    assertThat(look(100, 101, 101)).isFalse();
    assertThat(look(102)).isTrue();
  }

  @Test
  void nobodyIsInterruptedWhoWorks() {
    assertThat(look(100, 110, 104, 118, 101, 111, 104, 109)).isFalse();
  }

  @Test
  void littleIsNotWorthAPause() {
    rest.begin(90 * MB);
    assertThat(look(100, 101, 101, 102, 102, 102)).isFalse();
  }

  @Test
  void afterwardsOnlyWhatIsNewCounts() {
    look(200, 200, 200, 200);
    rest.begin(150 * MB);
    assertThat(look(150, 151, 151, 152, 152)).isFalse();
    assertThat(look(210, 211, 211, 212)).isTrue();
  }
}
