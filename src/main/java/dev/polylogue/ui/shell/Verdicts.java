package dev.polylogue.ui.shell;

import dev.polylogue.ui.chat.PaneViewModel;
import dev.polylogue.ui.kit.Texts;
import dev.polylogue.ui.transcript.TranscriptTurn;
import dev.polylogue.vote.Stand;
import dev.polylogue.vote.Verdict;
import dev.polylogue.vote.Vote;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Writes what was voted beside the replies that it was about. FX thread. */
final class Verdicts {
  private Verdicts() {}

  static void mark(List<Vote> votes, List<PaneViewModel> panes, Texts texts) {
    Map<UUID, String> words = new HashMap<>();
    for (Vote vote : votes) {
      for (Stand stand : vote.ballot().stands()) {
        String said = said(vote.ballot().verdict(), stand, texts);
        if (!said.isEmpty()) {
          words.put(stand.reply(), said);
        }
      }
    }
    for (PaneViewModel pane : panes) {
      Map<UUID, String> marks = new HashMap<>();
      for (TranscriptTurn turn : pane.turns()) {
        String said = words.get(turn.reply().reply());
        if (said != null) {
          marks.put(turn.turn(), said);
        }
      }
      if (!marks.equals(pane.marks())) {
        pane.marks().keySet().retainAll(marks.keySet());
        pane.marks().putAll(marks);
      }
    }
  }

  private static String said(Verdict verdict, Stand stand, Texts texts) {
    return switch (verdict) {
      case Verdict.Winner winner ->
          winner.reply().equals(stand.reply()) ? texts.get("vote.mark.better") : "";
      case Verdict.Tie tie -> texts.get("vote.mark.tie");
      case Verdict.AllBad bad -> texts.get("vote.mark.bad");
    };
  }
}
