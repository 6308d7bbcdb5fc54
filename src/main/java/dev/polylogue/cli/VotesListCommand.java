package dev.polylogue.cli;

import dev.polylogue.vote.Selection;
import dev.polylogue.vote.Stand;
import dev.polylogue.vote.TaggedVote;
import dev.polylogue.vote.Verdict;
import dev.polylogue.vote.Vote;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/** {@code polylogue votes list}: the votes that count, oldest first. */
@Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the votes.")
final class VotesListCommand implements Callable<Integer> {
  @Option(names = "--tag", paramLabel = "TAG", description = "Only in comparisons with this tag.")
  private @Nullable String tag;

  private final Console console;

  VotesListCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    try (Services services = console.openForReading()) {
      List<TaggedVote> all = services.votes().all();
      List<Vote> chosen = new Selection(tag, null, false, true).of(all);
      chosen.forEach(this::print);
      if (chosen.isEmpty() && !console.json()) {
        console.line("There is no vote yet. Vote in the window, with Blind.");
      }
    }
    return 0;
  }

  private void print(Vote vote) {
    String verdict =
        switch (vote.ballot().verdict()) {
          case Verdict.Winner winner -> "winner";
          case Verdict.Tie tie -> "tie";
          case Verdict.AllBad bad -> "all_bad";
        };
    if (!console.json()) {
      String models =
          vote.ballot().stands().stream()
              .map(stand -> (isWinner(vote, stand) ? "*" : "") + stand.contestant().model())
              .collect(Collectors.joining(", "));
      console.line(
          "%s  %s  %s  %s"
              .formatted(vote.at(), vote.blind() ? "blind" : "open", verdict, Plain.text(models)));
      return;
    }
    ObjectNode node = Jsons.object().put("comparison", vote.comparison().toString());
    node.put("turn", vote.turn().toString());
    node.put("at", vote.at().toString());
    node.put("blind", vote.blind());
    node.put("verdict", verdict);
    var replies = node.putArray("replies");
    for (Stand stand : vote.ballot().stands()) {
      ObjectNode reply = replies.addObject().put("reply", stand.reply().toString());
      reply.put("winner", isWinner(vote, stand));
      VotesBoardCommand.contestant(reply, stand.contestant());
    }
    console.print(node);
  }

  private static boolean isWinner(Vote vote, Stand stand) {
    return vote.ballot().verdict() instanceof Verdict.Winner winner
        && winner.reply().equals(stand.reply());
  }
}
