package dev.polylogue.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SiestaTest {
  private static final long MB = 1L << 20;

  private final Siesta.Rest rest = new Siesta.Rest();

  /**
   * Megabytes in use, each for a quarter of a minute; says whether that was ever found worth while
   * in the last one.
   */
  private boolean look(long... used) {
    boolean worth = false;
    for (long megabytes : used) {
      worth = seconds(15, megabytes, 0);
    }
    return worth;
  }

  /**
   * @param more that come with each further second
   */
  private boolean seconds(int count, long from, long more) {
    boolean worth = false;
    for (int second = 0; second < count; second++) {
      worth |= rest.isWorthIt((from + second * more) * MB);
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

  @Test
  void whatLargePhotosLeaveBehindDoesNotWait() {
    seconds(2, 200, 0);
    assertThat(seconds(4, 300, 100)).isTrue();
    rest.begin(250 * MB);
    assertThat(seconds(20, 260, 5)).as("only what is new counts").isFalse();
  }

  @Test
  void whatManyStreamsLeaveBehindWaitsUntilNobodyWorks() {
    assertThat(seconds(200, 100, 7)).isFalse();
  }
}
