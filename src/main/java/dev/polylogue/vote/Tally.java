package dev.polylogue.vote;

/**
 * What was counted for a contestant.
 *
 * @param games results of pairs: wins, losses and ties together
 * @param votes it stood in, those without a result too
 * @param bad votes that called all replies bad
 */
public record Tally(int games, int wins, int ties, int votes, int bad) {
  static final Tally NONE = new Tally(0, 0, 0, 0, 0);

  /** Share of the games from 0 to 1; 0 where there was none. */
  public double winRate() {
    return games == 0 ? 0 : (double) wins / games;
  }

  public double tieRate() {
    return games == 0 ? 0 : (double) ties / games;
  }

  /** Share of the votes it stood in that called all replies bad, from 0 to 1. */
  public double badRate() {
    return votes == 0 ? 0 : (double) bad / votes;
  }

  Tally won() {
    return new Tally(games + 1, wins + 1, ties, votes, bad);
  }

  Tally lost() {
    return new Tally(games + 1, wins, ties, votes, bad);
  }

  Tally tied() {
    return new Tally(games + 1, wins, ties + 1, votes, bad);
  }

  Tally stood(boolean allBad) {
    return new Tally(games, wins, ties, votes + 1, bad + (allBad ? 1 : 0));
  }
}
