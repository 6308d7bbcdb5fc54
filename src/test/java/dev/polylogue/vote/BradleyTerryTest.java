package dev.polylogue.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BradleyTerryTest {
  /** So weak that only the games say anything. */
  private static final BradleyTerry ALMOST_FREE = new BradleyTerry(1e-7);

  private static double[] fit(BradleyTerry model, double[][] wins) {
    double[] even = new double[wins.length];
    Arrays.fill(even, 0.5);
    return model.fit(wins, even, new double[wins.length]);
  }

  @Test
  void ofTwoTheOddsAreTheRatioOfTheirWins() {
    double[] strengths = fit(ALMOST_FREE, new double[][] {{0, 7}, {3, 0}});

    assertThat(strengths[0] - strengths[1]).isCloseTo(Math.log(7.0 / 3), within(1e-5));
  }

  @Test
  void aTriadInWhichEachBeatsOneIsEven() {
    double[] strengths = fit(ALMOST_FREE, new double[][] {{0, 4, 0}, {0, 0, 4}, {4, 0, 0}});

    assertThat(strengths).containsExactly(new double[] {0, 0, 0}, within(1e-6));
  }

  @Test
  void aChainOfEqualOddsHasEqualSteps() {
    double[] strengths = fit(ALMOST_FREE, new double[][] {{0, 3, 0}, {1, 0, 3}, {0, 1, 0}});

    assertThat(strengths[0] - strengths[1]).isCloseTo(Math.log(3), within(1e-5));
    assertThat(strengths[1] - strengths[2]).isCloseTo(Math.log(3), within(1e-5));
  }

  /** Agresti, Categorical Data Analysis: American League baseball 1987, wins at home and away. */
  @Test
  void thePublishedFitOfABaseballSeasonComesOut() {
    double[][] wins = {
      {0, 7, 9, 7, 7, 9, 11},
      {6, 0, 7, 5, 11, 9, 9},
      {4, 6, 0, 7, 7, 8, 12},
      {6, 8, 6, 0, 6, 7, 10},
      {6, 2, 6, 7, 0, 7, 12},
      {4, 4, 5, 6, 6, 0, 6},
      {2, 4, 1, 3, 1, 7, 0}
    };

    double[] strengths = fit(ALMOST_FREE, wins);

    double[] published = {1.581, 1.436, 1.294, 1.248, 1.108, 0.684, 0};
    for (int i = 0; i < published.length; i++) {
      assertThat(strengths[i] - strengths[6])
          .as("team %d", i)
          .isCloseTo(published[i], within(2e-3));
    }
  }

  @Test
  void whoNeverLostStaysFinite() {
    double[] strengths = fit(BradleyTerry.USUAL, new double[][] {{0, 500}, {0, 0}});

    assertThat(strengths[0] - strengths[1]).isBetween(5.0, 20.0);
  }

  @Test
  void atItsPeakTheLikelihoodHasNoSlope() {
    double[][] wins = {{0, 3, 0.5}, {1, 0, 2}, {2.5, 0, 0}};
    double[] strengths = fit(BradleyTerry.USUAL, wins);

    for (int i = 0; i < 3; i++) {
      double slope = 0.5 - chance(strengths[i]);
      for (int j = 0; j < 3; j++) {
        slope += wins[i][j] - (wins[i][j] + wins[j][i]) * chance(strengths[i] - strengths[j]);
      }
      assertThat(slope).isCloseTo(0, within(1e-6));
    }
  }

  private static double chance(double ahead) {
    return 1 / (1 + Math.exp(-ahead));
  }
}
