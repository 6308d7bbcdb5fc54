package dev.polylogue.vote;

/** Writes logarithms of strengths like Elo numbers. */
final class Scale {
  private static final double AVERAGE = 1000;
  private static final double POINTS = 400 / Math.log(10);

  private Scale() {}

  /** The numbers, with an average of 1000 in each group. */
  static double[] elo(double[] strengths, int[] groups) {
    double[] sums = new double[strengths.length];
    int[] sizes = new int[strengths.length];
    for (int i = 0; i < strengths.length; i++) {
      sums[groups[i]] += strengths[i];
      sizes[groups[i]]++;
    }
    double[] numbers = new double[strengths.length];
    for (int i = 0; i < strengths.length; i++) {
      numbers[i] = AVERAGE + POINTS * (strengths[i] - sums[groups[i]] / sizes[groups[i]]);
    }
    return numbers;
  }
}
