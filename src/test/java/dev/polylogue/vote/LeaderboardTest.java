package dev.polylogue.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LeaderboardTest {
  private static final Contestant A = Polls.model("a");
  private static final Contestant B = Polls.model("b");
  private static final Contestant C = Polls.model("c");
  private static final Contestant D = Polls.model("d");

  private final Polls polls = new Polls();

  private static Leaderboard board(List<Vote> votes) {
    return Leaderboard.of(votes, 200, new Random(1));
  }

  private static Standing of(Leaderboard board, Contestant contestant) {
    return board.standings().stream()
        .filter(each -> each.contestant().equals(contestant))
        .findFirst()
        .orElseThrow();
  }

  private static double rating(Leaderboard board, Contestant contestant) {
    Rating rating = of(board, contestant).rating();
    assertThat(rating).isNotNull();
    return rating.value();
  }

  @Test
  void aWinnerBeatsEachOfTheOthersAndTheOthersDoNotMeet() {
    Leaderboard board = board(polls.won(A, B, C).votes());

    assertThat(of(board, A).tally()).isEqualTo(new Tally(2, 2, 0, 1, 0));
    assertThat(of(board, B).tally()).isEqualTo(new Tally(1, 0, 0, 1, 0));
    assertThat(rating(board, B)).isCloseTo(rating(board, C), within(1e-6));
    assertThat(board.standings().getFirst().contestant()).isEqualTo(A);
  }

  @Test
  void aTieIsOneOfAllPairsAndMovesNobody() {
    Leaderboard board = board(polls.tied(A, B, C).votes());

    assertThat(of(board, A).tally()).isEqualTo(new Tally(2, 0, 2, 1, 0));
    assertThat(rating(board, A)).isCloseTo(1000, within(1e-6));
  }

  @Test
  void allBadIsCountedButSaysNothingAboutWhoIsBetter() {
    Leaderboard board = board(polls.bad(A, B).votes());

    assertThat(of(board, A).tally().badRate()).isEqualTo(1);
    assertThat(of(board, A).rating()).isNull();
    assertThat(board.groups()).isZero();
  }

  @Test
  void againstItselfNobodyPlays() {
    Leaderboard board = board(polls.won(A, A, B).votes());

    assertThat(of(board, A).tally()).isEqualTo(new Tally(1, 1, 0, 1, 0));
    assertThat(of(board(new Polls().won(A, A).votes()), A).rating()).isNull();
  }

  @Test
  void aModelSetInTwoWaysIsTwoContestantsUnlessSettingsAreLeftAside() {
    Contestant cool = Polls.set("a", "0");
    Contestant hot = Polls.set("a", "1");
    List<TaggedVote> votes =
        polls.won(cool, hot).won(hot, B).votes().stream()
            .map(vote -> new TaggedVote(vote, Set.of()))
            .toList();

    assertThat(board(Selection.ALL.of(votes)).standings()).hasSize(3);
    Leaderboard plain = board(new Selection(null, null, false, false).of(votes));
    assertThat(plain.standings()).hasSize(2);
    assertThat(of(plain, A).tally().games()).isEqualTo(1);
  }

  @Test
  void modelsThatNoChainOfGamesJoinsAreGroupsOfTheirOwn() {
    Leaderboard board = board(polls.won(3, A, B).won(C, D).votes());

    assertThat(board.groups()).isEqualTo(2);
    assertThat(of(board, A).group()).isEqualTo(of(board, B).group());
    assertThat(of(board, A).group()).isNotEqualTo(of(board, C).group());
    assertThat((rating(board, C) + rating(board, D)) / 2).isCloseTo(1000, within(1e-6));
  }

  @Test
  void tenWinsToOneAreAboutFourHundredPoints() {
    Leaderboard board = board(polls.won(1000, A, B).won(100, B, A).votes());

    assertThat(rating(board, A) - rating(board, B)).isCloseTo(400, within(2.0));
  }

  @Test
  void fewVotesThatAllSayTheSameDoNotLookCertain() {
    Leaderboard board = board(polls.won(2, A, B).votes());

    Rating rating = of(board, A).rating();
    assertThat(rating).isNotNull();
    assertThat(rating.high() - rating.low()).isGreaterThan(100);
  }

  @Test
  void theSameSeedGivesTheSameIntervals() {
    List<Vote> votes = polls.won(5, A, B).won(2, B, C).won(C, A).votes();

    assertThat(board(votes)).isEqualTo(board(votes));
  }

  /** 100 made-up polls among four models of known strength. */
  @Test
  void aboutNineteenIntervalsOfTwentyHoldTheTruth() {
    List<Contestant> models = List.of(A, B, C, D);
    double[] truth = {1150, 1050, 950, 850};
    int held = 0;
    for (int seed = 0; seed < 100; seed++) {
      Leaderboard board = board(poll(models, truth, new Random(seed)));
      for (int i = 0; i < truth.length; i++) {
        Rating rating = of(board, models.get(i)).rating();
        assertThat(rating).isNotNull();
        held += rating.low() <= truth[i] && truth[i] <= rating.high() ? 1 : 0;
      }
    }
    assertThat(held / 400.0).isBetween(0.90, 0.99);
  }

  private static List<Vote> poll(List<Contestant> models, double[] truth, Random random) {
    Polls polls = new Polls();
    for (int i = 0; i < 300; i++) {
      int one = random.nextInt(models.size());
      int other = (one + 1 + random.nextInt(models.size() - 1)) % models.size();
      double chance = 1 / (1 + Math.pow(10, (truth[other] - truth[one]) / 400));
      if (random.nextDouble() < chance) {
        polls.won(models.get(one), models.get(other));
      } else {
        polls.won(models.get(other), models.get(one));
      }
    }
    return polls.votes();
  }

  @Test
  void aSelectionTakesByTagByTimeAndBlindVotesOnly() {
    Instant later = Polls.START.plus(Duration.ofDays(3));
    List<Vote> votes = polls.won(A, B).at(later).blindly(C, D).votes();
    List<TaggedVote> tagged =
        List.of(
            new TaggedVote(votes.get(0), Set.of("code")), new TaggedVote(votes.get(1), Set.of()));

    assertThat(new Selection("code", null, false, true).of(tagged)).containsExactly(votes.get(0));
    assertThat(new Selection(null, later, false, true).of(tagged)).containsExactly(votes.get(1));
    assertThat(new Selection(null, null, true, true).of(tagged)).containsExactly(votes.get(1));
  }

  @Test
  void overTimeEachPeriodIsFittedToAllVotesUpToItsEnd() {
    polls.won(A, B);
    List<Vote> first = polls.votes();
    List<Vote> all = polls.at(Polls.START.plus(Duration.ofDays(8))).won(4, B, C).votes();

    RatingHistory weeks = RatingHistory.of(all, RatingHistory.Period.WEEK, ZoneOffset.UTC);

    List<LocalDate> ends = new ArrayList<>();
    weeks.moments().forEach(moment -> ends.add(moment.end()));
    assertThat(ends).containsExactly(LocalDate.of(2026, 3, 8), LocalDate.of(2026, 3, 15));
    assertThat(weeks.moments().getFirst().ratings()).containsOnlyKeys(A, B);
    assertThat(weeks.moments().getFirst().ratings().get(A))
        .isCloseTo(rating(board(first), A), within(1e-6));
    assertThat(weeks.moments().getLast().ratings().get(C))
        .isCloseTo(rating(board(all), C), within(1e-6));
  }
}
