package dev.polylogue.history;

import java.util.Locale;

/** Told how far an examination is, by the thread that examines. */
@FunctionalInterface
public interface Progress {
  /** For whom only the result matters. */
  Progress NONE = (step, share) -> {};

  /**
   * What is being examined, in this order, and its share of the time that a large history takes.
   */
  enum Step {
    PAGES(0.2),
    ROWS(0.1),
    COMPARISONS(0.2),
    FILES(0.1),
    INDEX(0.4);

    private final double weight;

    Step(double weight) {
      this.weight = weight;
    }

    /**
     * How much of all is done.
     *
     * @param share how much of this step, from 0 to 1
     */
    public double overall(double share) {
      double before = 0;
      for (Step step : values()) {
        if (step.compareTo(this) < 0) {
          before += step.weight;
        }
      }
      return before + weight * share;
    }

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * @param share how much of the step is done, from 0 to 1; of some only its beginning is told
   */
  void at(Step step, double share);
}
