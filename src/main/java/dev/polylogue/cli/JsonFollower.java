package dev.polylogue.cli;

import dev.polylogue.conversation.Part;
import dev.polylogue.conversation.Reply;
import dev.polylogue.conversation.Warning;
import dev.polylogue.run.Round;
import dev.polylogue.run.Run;
import dev.polylogue.run.Snapshot;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Prints a round as events, one JSON object a line, until every pane is done. */
final class JsonFollower {
  /** Often enough to look live, seldom enough to cost next to nothing. */
  private static final long PAUSE_MILLIS = 20;

  private final Console console;
  private final CompareCommand.Asked asked;

  JsonFollower(Console console, CompareCommand.Asked asked) {
    this.console = console;
    this.asked = asked;
  }

  void follow() throws InterruptedException {
    ObjectNode first = Jsons.event("comparison");
    Jsons.text(first, "id", asked.comparison());
    console.print(first);
    console.flush();
    List<Line> live = new ArrayList<>();
    asked.round().runs().forEach(run -> live.add(new Line(run, new Progress())));
    Round round = asked.round();
    long seen = -1;
    while (!live.isEmpty()) {
      seen = round.awaitChange(seen, 1000);
      live.removeIf(this::isDoneAfterPrinting);
      console.flush();
      if (!live.isEmpty()) {
        var _ = round.pause(PAUSE_MILLIS);
      }
    }
  }

  private record Line(Run run, Progress progress) {}

  private boolean isDoneAfterPrinting(Line line) {
    Reply result = line.run().result();
    Snapshot snapshot = line.run().snapshot();
    int pane = asked.number(line.run());
    for (Snapshot.Retry retry : line.progress().retries(line.run().retries())) {
      ObjectNode event = Jsons.event("retry").put("pane", pane);
      console.print(
          Jsons.seconds(event, "inSeconds", retry.inSeconds()).put("reason", retry.reason()));
    }
    for (Warning warning : line.progress().warnings(snapshot)) {
      console.print(Jsons.warning(Jsons.event("warning").put("pane", pane), warning));
    }
    for (Part.Search search : line.progress().searches(snapshot)) {
      console.print(Jsons.event("search").put("pane", pane).put("query", search.query()));
    }
    for (Progress.Words words : line.progress().words(snapshot)) {
      words(pane, words);
    }
    for (Part.Picture picture : line.progress().pictures(snapshot)) {
      console.print(Jsons.blob(Jsons.event("picture").put("pane", pane), picture.blob()));
    }
    for (Part.Citation citation : line.progress().citations(snapshot)) {
      ObjectNode event = Jsons.event("citation").put("pane", pane).put("url", citation.url());
      console.print(Jsons.text(event, "title", citation.title()));
    }
    if (result == null) {
      return false;
    }
    ObjectNode done = Jsons.reply(Jsons.event("done").put("pane", pane), result);
    if (snapshot.storageTrouble() != null) {
      done.put("notStored", snapshot.storageTrouble());
    }
    console.print(done);
    if (snapshot.storageTrouble() != null) {
      console.complain(snapshot.storageTrouble());
    }
    return true;
  }

  private void words(int pane, Progress.Words words) {
    switch (words.kind()) {
      case TEXT -> console.print(delta("text", pane, words.text()));
      case REASONING -> console.print(delta("reasoning", pane, words.text()));
      case TOOL_CALL -> {}
    }
  }

  private static ObjectNode delta(String kind, int pane, String text) {
    return Jsons.event(kind).put("pane", pane).put("text", text);
  }
}
