package dev.polylogue.cli;

import dev.polylogue.conversation.Failure;
import dev.polylogue.conversation.Part;
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
      console.line("Kept as " + asked.comparison());
    }
    console.flush();
  }

  private Reply follow(Run run) throws InterruptedException {
    Round round = asked.round();
    Progress progress = new Progress();
    console.line("── " + run.model() + " ──");
    long seen = -1;
    while (true) {
      Reply result = run.result();
      Snapshot snapshot = run.snapshot();
      progress.words(snapshot).forEach(this::words);
      console.flush();
      if (result != null) {
        close(result, progress.citations(snapshot), snapshot);
        return result;
      }
      seen = round.awaitChange(seen, 1000);
      var _ = round.pause(PAUSE_MILLIS);
    }
  }

  private void words(Progress.Words words) {
    if (words.kind() == Passage.Kind.TEXT) {
      console.print(Plain.text(words.text()));
    }
  }

  private void close(Reply reply, List<Part.Citation> citations, Snapshot snapshot) {
    if (!reply.text().isEmpty() && !reply.text().endsWith("\n")) {
      console.line("");
    }
    for (Part part : reply.parts()) {
      if (part instanceof Part.Reasoning thought && thought.millis() != null) {
        console.line(String.format(Locale.ROOT, "(thought for %.1f s)", thought.millis() / 1000.0));
      }
    }
    int number = 1;
    for (Part.Citation citation : citations) {
      String title = citation.title() == null ? "" : Plain.text(citation.title()) + " ";
      console.line("[%d] %s%s".formatted(number++, title, Plain.text(citation.url())));
    }
    Failure failure = reply.outcome().failure();
    if (failure != null) {
      console.line(
          "! %s (%s): %s"
              .formatted(
                  reply.state().word(), failure.kind().word(), Plain.text(failure.message())));
    }
    if (snapshot.storageTrouble() != null) {
      console.complain(snapshot.storageTrouble());
    }
    console.line("");
  }
}
