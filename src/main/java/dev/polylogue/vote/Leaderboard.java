package dev.polylogue.vote;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Who is how strong by a number of votes.
 *
 * @param standings group by group, the strongest first; those without a game come last
 * @param groups how many groups have games; more than one have no common scale
 * @param votes that were looked at
 */
public record Leaderboard(List<Standing> standings, int groups, int votes) {
  /** Rounds of drawing votes anew that make an interval steady enough to read. */
  public static final int USUAL_ROUNDS = 1000;

  public Leaderboard {
    standings = List.copyOf(standings);
  }

  /**
   * @param rounds how often votes are drawn anew for the intervals
   * @param random the same seed gives the same intervals
   */
  public static Leaderboard of(List<Vote> votes, int rounds, RandomGenerator random) {
    Games games = Games.of(votes);
    int[] groups = games.groups();
    double[] fitted = fit(games, new double[groups.length]);
    double[] numbers = Scale.elo(fitted, groups);
    double[][] intervals =
        new Bootstrap(BradleyTerry.USUAL, rounds, random).intervals(games, groups, fitted);
    List<Contestant> contestants = games.contestants();
    List<Standing> standings = new ArrayList<>();
    for (int i = 0; i < numbers.length; i++) {
      Tally tally = games.tally(i);
      Rating rating =
          tally.games() == 0
              ? null
              : new Rating(
                  numbers[i],
                  Math.min(intervals[i][0], numbers[i]),
                  Math.max(intervals[i][1], numbers[i]));
      standings.add(new Standing(contestants.get(i), rating, tally, groups[i]));
    }
    standings.sort(ORDER);
    long groupsWithGames =
        standings.stream()
            .filter(standing -> standing.rating() != null)
            .mapToInt(Standing::group)
            .distinct()
            .count();
    return new Leaderboard(standings, (int) groupsWithGames, votes.size());
  }

  private static final Comparator<Standing> ORDER =
      Comparator.<Standing, Boolean>comparing(standing -> standing.rating() == null)
          .thenComparingInt(Standing::group)
          .thenComparing(Leaderboard::value, Comparator.reverseOrder());

  private static double value(Standing standing) {
    Rating rating = standing.rating();
    return rating == null ? 0 : rating.value();
  }

  /**
   * @param start where to begin, such as the strengths before the latest games
   */
  static double[] fit(Games games, double[] start) {
    double[] even = new double[start.length];
    Arrays.fill(even, 0.5);
    return BradleyTerry.USUAL.fit(games.wins(), even, start);
  }
}
