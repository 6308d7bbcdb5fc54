package dev.polylogue.cli;

import dev.polylogue.vote.Contestant;
import dev.polylogue.vote.Leaderboard;
import dev.polylogue.vote.Rating;
import dev.polylogue.vote.Selection;
import dev.polylogue.vote.Standing;
import dev.polylogue.vote.Tally;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/** {@code polylogue votes leaderboard}: the strongest first, group by group. */
@Command(
    name = "leaderboard",
    mixinStandardHelpOptions = true,
    description = "Ranks models by the votes.")
final class VotesBoardCommand implements Callable<Integer> {
  @Option(names = "--tag", paramLabel = "TAG", description = "Only in comparisons with this tag.")
  private @Nullable String tag;

  private final Console console;

  VotesBoardCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    try (Services services = console.openForReading()) {
      Selection selection = new Selection(tag, null, false, true);
      Leaderboard board = services.votes().leaderboard(services.votes().all(), selection);
      board.standings().forEach(this::print);
    }
    return 0;
  }

  private void print(Standing standing) {
    Rating rating = standing.rating();
    Tally tally = standing.tally();
    if (!console.json()) {
      String rated =
          rating == null
              ? "no result"
              : "%4.0f (%.0f to %.0f)".formatted(rating.value(), rating.low(), rating.high());
      console.line(
          "%-24s  group %d  %3d games  %3d won  %3d tied  %3d all bad  %s %s"
              .formatted(
                  rated,
                  standing.group() + 1,
                  tally.games(),
                  tally.wins(),
                  tally.ties(),
                  tally.bad(),
                  Plain.text(standing.contestant().model().toString()),
                  Plain.text(settings(standing.contestant()))));
      return;
    }
    ObjectNode node = contestant(Jsons.object(), standing.contestant());
    node.put("group", standing.group());
    node.put("rating", rating == null ? null : rating.value());
    node.put("low", rating == null ? null : rating.low());
    node.put("high", rating == null ? null : rating.high());
    node.put("games", tally.games()).put("wins", tally.wins()).put("ties", tally.ties());
    console.print(node.put("votes", tally.votes()).put("bad", tally.bad()));
  }

  private static String settings(Contestant contestant) {
    return contestant.parameters().texts().isEmpty() ? "" : "" + contestant.parameters().texts();
  }

  static ObjectNode contestant(ObjectNode node, Contestant contestant) {
    node.put("model", contestant.model().toString());
    ObjectNode settings = node.putObject("settings");
    contestant.parameters().texts().forEach(settings::put);
    return node;
  }
}
