package dev.polylogue.vote;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * How far strengths could lie off: votes are drawn anew, as many as there are, with repetition, and
 * the strengths fitted again. The made-up game of the prior is drawn anew too, so that a few votes
 * that all say the same don't look certain.
 *
 * @param rounds how often votes are drawn
 */
record Bootstrap(BradleyTerry model, int rounds, RandomGenerator random) {
  private static final double LOW = 0.025;
  private static final double HIGH = 0.975;

  /**
   * The interval of each contestant: low, then high.
   *
   * @param fitted the strengths by all votes
   */
  double[][] intervals(Games games, int[] groups, double[] fitted) {
    int n = fitted.length;
    double[][] drawn = new double[n][rounds];
    double[][] wins = new double[n][n];
    double[] shares = new double[n];
    for (int round = 0; round < rounds; round++) {
      draw(games.byVote(), wins, shares);
      double[] numbers = Scale.elo(model.fit(wins, shares, fitted), groups);
      for (int i = 0; i < n; i++) {
        drawn[i][round] = numbers[i];
      }
    }
    double[][] intervals = new double[n][];
    for (int i = 0; i < n; i++) {
      Arrays.sort(drawn[i]);
      intervals[i] = new double[] {quantile(drawn[i], LOW), quantile(drawn[i], HIGH)};
    }
    return intervals;
  }

  private void draw(List<List<Games.Game>> votes, double[][] wins, double[] shares) {
    for (int i = 0; i < shares.length; i++) {
      Arrays.fill(wins[i], 0);
      shares[i] = random.nextDouble();
    }
    for (int i = 0; i < votes.size(); i++) {
      Games.enter(votes.get(random.nextInt(votes.size())), wins);
    }
  }

  private static double quantile(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
