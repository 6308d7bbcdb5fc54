package dev.polylogue.vote;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Votes as games between numbered contestants. */
final class Games {

  /** A result of a pair; in a tie it does not matter who is named first. */
  record Game(int winner, int loser, boolean tie) {}

  private final Map<Contestant, Integer> places = new LinkedHashMap<>();
  private final List<Tally> tallies = new ArrayList<>();
  private final List<List<Game>> byVote = new ArrayList<>();
  private final double[][] wins;
  private final int[] root;

  /** No game yet, among the contestants of these votes. */
  Games(List<Vote> votes) {
    for (Vote vote : votes) {
      vote.ballot()
          .stands()
          .forEach(stand -> places.putIfAbsent(stand.contestant(), places.size()));
    }
    places.keySet().forEach(contestant -> tallies.add(Tally.NONE));
    wins = new double[places.size()][places.size()];
    root = new int[places.size()];
    Arrays.setAll(root, place -> place);
  }

  static Games of(List<Vote> votes) {
    Games games = new Games(votes);
    votes.forEach(games::add);
    return games;
  }

  private int place(Stand stand) {
    return places.getOrDefault(stand.contestant(), 0);
  }

  void add(Vote vote) {
    Ballot ballot = vote.ballot();
    boolean allBad = ballot.verdict() instanceof Verdict.AllBad;
    ballot.stands().stream()
        .map(this::place)
        .distinct()
        .forEach(place -> tallies.set(place, tallies.get(place).stood(allBad)));
    List<Game> games =
        switch (ballot.verdict()) {
          case Verdict.Winner winner -> won(ballot, winner);
          case Verdict.Tie tie -> tied(ballot);
          case Verdict.AllBad bad -> List.of();
        };
    games.forEach(this::count);
    if (!games.isEmpty()) {
      byVote.add(games);
      enter(games, wins);
    }
  }

  /** The winner beats each of the others; against itself nobody plays. */
  private List<Game> won(Ballot ballot, Verdict.Winner winner) {
    int first =
        ballot.stands().stream()
            .filter(stand -> stand.reply().equals(winner.reply()))
            .mapToInt(this::place)
            .findFirst()
            .orElseThrow();
    return ballot.stands().stream()
        .map(this::place)
        .filter(place -> place != first)
        .map(place -> new Game(first, place, false))
        .toList();
  }

  private List<Game> tied(Ballot ballot) {
    List<Game> games = new ArrayList<>();
    List<Stand> stands = ballot.stands();
    for (int i = 0; i < stands.size(); i++) {
      for (int j = i + 1; j < stands.size(); j++) {
        int one = place(stands.get(i));
        int other = place(stands.get(j));
        if (one != other) {
          games.add(new Game(one, other, true));
        }
      }
    }
    return games;
  }

  private void count(Game game) {
    tallies.set(
        game.winner, game.tie ? tallies.get(game.winner).tied() : tallies.get(game.winner).won());
    tallies.set(
        game.loser, game.tie ? tallies.get(game.loser).tied() : tallies.get(game.loser).lost());
    root[find(game.winner)] = find(game.loser);
  }

  List<Contestant> contestants() {
    return List.copyOf(places.keySet());
  }

  Tally tally(int contestant) {
    return tallies.get(contestant);
  }

  /** The games of each vote that has any. */
  List<List<Game>> byVote() {
    return byVote;
  }

  /** How often the row beat the column, with half for a tie. Not to be changed. */
  double[][] wins() {
    return wins;
  }

  static void enter(List<Game> games, double[][] wins) {
    for (Game game : games) {
      if (game.tie) {
        wins[game.winner][game.loser] += 0.5;
        wins[game.loser][game.winner] += 0.5;
      } else {
        wins[game.winner][game.loser]++;
      }
    }
  }

  private int find(int contestant) {
    int at = contestant;
    while (root[at] != at) {
      root[at] = root[root[at]];
      at = root[at];
    }
    return at;
  }

  /**
   * For each contestant the number of its group: those that chains of games join. The largest is
   * number 0; of equal ones that which voted first.
   */
  int[] groups() {
    Map<Integer, Integer> sizes = new LinkedHashMap<>();
    for (int i = 0; i < root.length; i++) {
      sizes.merge(find(i), 1, Integer::sum);
    }
    List<Integer> order =
        sizes.entrySet().stream()
            .sorted(Map.Entry.<Integer, Integer>comparingByValue().reversed())
            .map(Map.Entry::getKey)
            .toList();
    int[] groups = new int[root.length];
    Arrays.setAll(groups, place -> order.indexOf(find(place)));
    return groups;
  }
}
