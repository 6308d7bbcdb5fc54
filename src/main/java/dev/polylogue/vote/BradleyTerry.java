package dev.polylogue.vote;

/**
 * Fits strengths to games by maximum likelihood, with Newton's method and halved steps where a
 * whole one leads too far.
 *
 * @param prior weight of the made-up game of each contestant against an average opponent, above 0;
 *     the larger, the closer to the average few games leave a contestant
 */
record BradleyTerry(double prior) {
  /** As much as one game. */
  static final BradleyTerry USUAL = new BradleyTerry(1);

  private static final int MOST_STEPS = 60;
  private static final int MOST_HALVINGS = 20;
  private static final double ENOUGH = 1e-8;

  /**
   * The natural logarithms of the strengths.
   *
   * @param wins how often the row beat the column, with half for a tie
   * @param shares how much of its made-up game each contestant won, between 0 and 1
   * @param start where to begin; not changed
   */
  double[] fit(double[][] wins, double[] shares, double[] start) {
    double[] strengths = start.clone();
    double likelihood = likelihood(wins, shares, strengths);
    for (int step = 0; step < MOST_STEPS; step++) {
      double[] way = Cholesky.solve(curvature(wins, strengths), slope(wins, shares, strengths));
      double scale = 1;
      double[] next = moved(strengths, way, scale);
      double reached = likelihood(wins, shares, next);
      for (int i = 0; i < MOST_HALVINGS && reached < likelihood; i++) {
        scale /= 2;
        next = moved(strengths, way, scale);
        reached = likelihood(wins, shares, next);
      }
      if (reached < likelihood) {
        return strengths;
      }
      strengths = next;
      likelihood = reached;
      if (largest(way) * scale < ENOUGH) {
        return strengths;
      }
    }
    return strengths;
  }

  private double likelihood(double[][] wins, double[] shares, double[] at) {
    double sum = 0;
    for (int i = 0; i < at.length; i++) {
      sum -= prior * (shares[i] * softplus(-at[i]) + (1 - shares[i]) * softplus(at[i]));
      for (int j = 0; j < at.length; j++) {
        if (wins[i][j] > 0) {
          sum -= wins[i][j] * softplus(at[j] - at[i]);
        }
      }
    }
    return sum;
  }

  private double[] slope(double[][] wins, double[] shares, double[] at) {
    double[] slope = new double[at.length];
    for (int i = 0; i < at.length; i++) {
      slope[i] += prior * (shares[i] - chance(at[i]));
      for (int j = 0; j < i; j++) {
        double games = wins[i][j] + wins[j][i];
        if (games > 0) {
          double more = wins[i][j] - games * chance(at[i] - at[j]);
          slope[i] += more;
          slope[j] -= more;
        }
      }
    }
    return slope;
  }

  /** The second derivatives, negated: positive definite, as the prior is above 0. */
  private double[][] curvature(double[][] wins, double[] at) {
    double[][] curvature = new double[at.length][at.length];
    for (int i = 0; i < at.length; i++) {
      curvature[i][i] += prior * chance(at[i]) * chance(-at[i]);
      for (int j = 0; j < i; j++) {
        double games = wins[i][j] + wins[j][i];
        if (games > 0) {
          double bend = games * chance(at[i] - at[j]) * chance(at[j] - at[i]);
          curvature[i][i] += bend;
          curvature[j][j] += bend;
          curvature[i][j] -= bend;
          curvature[j][i] -= bend;
        }
      }
    }
    return curvature;
  }

  private static double[] moved(double[] from, double[] way, double scale) {
    double[] moved = from.clone();
    for (int i = 0; i < moved.length; i++) {
      moved[i] += scale * way[i];
    }
    return moved;
  }

  private static double largest(double[] way) {
    double largest = 0;
    for (double one : way) {
      largest = Math.max(largest, Math.abs(one));
    }
    return largest;
  }

  private static double chance(double ahead) {
    return 1 / (1 + Math.exp(-ahead));
  }

  /** {@code log(1 + e^x)} without overflow. */
  private static double softplus(double x) {
    return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
  }
}
