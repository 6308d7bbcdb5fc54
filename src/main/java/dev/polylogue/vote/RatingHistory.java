package dev.polylogue.vote;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How strengths came about: at the end of each period, fitted to all votes up to then.
 *
 * @param moments oldest first; periods without a vote are left out, since nothing changed in them
 */
public record RatingHistory(List<Moment> moments) {

  public RatingHistory {
    moments = List.copyOf(moments);
  }

  /** How long a step in time is. */
  public enum Period {
    DAY,
    WEEK,
    MONTH;

    /** The last day of the period that the day lies in; weeks end on Sunday. */
    LocalDate end(LocalDate day) {
      return switch (this) {
        case DAY -> day;
        case WEEK -> day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        case MONTH -> day.with(TemporalAdjusters.lastDayOfMonth());
      };
    }
  }

  /**
   * The strengths at the end of a day, as Elo numbers, of those that had played by then.
   *
   * @param end the last day of the period
   */
  public record Moment(LocalDate end, Map<Contestant, Double> ratings) {}

  /**
   * @param zone in which days begin and end
   */
  public static RatingHistory of(List<Vote> votes, Period period, ZoneId zone) {
    Map<LocalDate, List<Vote>> byEnd = new TreeMap<>();
    for (Vote vote : votes) {
      LocalDate end = period.end(LocalDate.ofInstant(vote.at(), zone));
      byEnd.computeIfAbsent(end, day -> new ArrayList<>()).add(vote);
    }
    Games games = new Games(votes);
    List<Contestant> contestants = games.contestants();
    double[] strengths = new double[contestants.size()];
    List<Moment> moments = new ArrayList<>();
    for (Map.Entry<LocalDate, List<Vote>> fresh : byEnd.entrySet()) {
      fresh.getValue().forEach(games::add);
      strengths = Leaderboard.fit(games, strengths);
      moments.add(new Moment(fresh.getKey(), ratings(games, contestants, strengths)));
    }
    return new RatingHistory(moments);
  }

  private static Map<Contestant, Double> ratings(
      Games games, List<Contestant> contestants, double[] strengths) {
    double[] numbers = Scale.elo(strengths, games.groups());
    Map<Contestant, Double> ratings = new LinkedHashMap<>();
    for (int i = 0; i < numbers.length; i++) {
      if (games.tally(i).games() > 0) {
        ratings.put(contestants.get(i), numbers[i]);
      }
    }
    return ratings;
  }
}
