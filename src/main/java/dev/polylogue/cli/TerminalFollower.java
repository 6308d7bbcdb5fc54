package dev.polylogue.cli;

import dev.polylogue.conversation.Reply;
import dev.polylogue.run.Passage;
import dev.polylogue.run.Round;
import dev.polylogue.run.Run;
import dev.polylogue.run.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Prints a round for a person: one model after the other under its own heading, each live as soon
 * as its turn comes, and a table of metrics at the end.
 */
final class TerminalFollower {
  private static final long PAUSE_MILLIS = 20;

  private final Console console;
  private final CompareCommand.Asked asked;

  TerminalFollower(Console console, CompareCommand.Asked asked) {
    this.console = console;
    this.asked = asked;
  }

  void follow() throws InterruptedException {
    List<Reply> replies = new ArrayList<>();
    for (Run run : asked.round().runs()) {
      replies.add(follow(run));
    }
    MetricsTable.of(replies).forEach(console::line);
    if (asked.comparison() != null) {
      console.line("");
      console.line(kept());
    }
    console.flush();
  }

  /** Every run has ended. */
  private String kept() {
    List<Run> runs = asked.round().runs();
    long lacking = runs.stream().filter(run -> run.snapshot().storageTrouble() != null).count();
    return lacking == 0
        ? "Kept as " + asked.comparison()
        : "Not kept whole: %s lacks all or the end of %d of %d answers. What you have not copied from here is lost."
            .formatted(asked.comparison(), lacking, runs.size());
  }

  private Reply follow(Run run) throws InterruptedException {
    Round round = asked.round();
    Progress progress = new Progress();
    console.line("── " + run.model() + " ──");
    long seen = -1;
    while (true) {
      Reply result = run.result();
      Snapshot snapshot = run.snapshot();
      progress.retries(run.retries()).forEach(this::retry);
      progress.words(snapshot).forEach(this::words);
      console.flush();
      if (result != null) {
        close(result, snapshot);
        return result;
      }
      seen = round.awaitChange(seen, 1000);
      var _ = round.pause(PAUSE_MILLIS);
    }
  }

  private void retry(Snapshot.Retry retry) {
    console.line(
        String.format(
            Locale.ROOT,
            "… again in %.1f s (attempt %d of %d): %s",
            retry.inSeconds(),
            retry.attempt(),
            retry.most(),
            Plain.text(retry.reason())));
  }

  private void words(Progress.Words words) {
    if (words.kind() == Passage.Kind.TEXT) {
      console.print(Plain.text(words.text()));
    }
  }

  private void close(Reply reply, Snapshot snapshot) {
    if (!reply.text().isEmpty() && !reply.text().endsWith("\n")) {
      console.line("");
    }
    ReplyNotes.of(reply).forEach(console::line);
    if (snapshot.storageTrouble() != null) {
      console.complain(snapshot.storageTrouble());
    }
    console.line("");
  }
}
