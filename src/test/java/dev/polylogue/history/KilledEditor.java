package dev.polylogue.history;

import dev.polylogue.conversation.Comparison;
import dev.polylogue.conversation.Turn;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Asks two panes a question in a data folder and edits it for ever. Says the identifier of the
 * comparison once the question is stored, then the number of each wording that is stored.
 */
final class KilledEditor {
  private KilledEditor() {}

  public static void main(String[] arguments) throws HistoryException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    HistoryStore store = HistoryStore.open(Path.of(arguments[0]));
    Samples samples = new Samples(UUID.fromString(arguments[1]));
    Comparison comparison = samples.comparison(Samples.SCRIBE, Samples.GROK);
    store.create(comparison);
    Turn turn = samples.turn("wording 0");
    store.beginTurn(comparison.id(), turn, samples.queued(comparison));
    out.println(comparison.id());
    for (int i = 1; ; i++) {
      Turn edited = samples.turn("wording " + i);
      store.beginBranch(comparison.id(), turn.id(), edited, samples.queued(comparison));
      turn = edited;
      out.println(i);
    }
  }
}
