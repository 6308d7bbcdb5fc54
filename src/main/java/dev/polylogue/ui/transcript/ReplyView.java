package dev.polylogue.ui.transcript;

import dev.polylogue.conversation.Failure;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.run.Passage;
import dev.polylogue.run.Snapshot;
import dev.polylogue.ui.kit.Texts;
import dev.polylogue.ui.transcript.Line.Run;
import dev.polylogue.ui.transcript.LineStyle.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** One reply: its passages, its sources, what went wrong, and its foot. FX thread. */
final class ReplyView {
  private final Canvas canvas;
  private final UUID turn;
  private final List<PassageSlot> passages = new ArrayList<>();
  private final LineDocument.Section sources;
  private final LineDocument.Section trouble;
  private final LineDocument.Section foot;
  private final FooterModel footer;
  private final Supplier<String> words = this::words;
  private Snapshot shown;

  ReplyView(Canvas canvas, TranscriptTurn turn) {
    this.canvas = canvas;
    this.turn = turn.turn();
    this.shown = turn.reply();
    this.sources = canvas.document().append();
    this.trouble = canvas.document().append();
    this.foot = canvas.document().append();
    this.footer = new FooterModel(canvas.texts(), turn.turn(), turn.speaker());
    show(turn.reply());
  }

  Snapshot shown() {
    return shown;
  }

  void show(Snapshot reply) {
    shown = reply;
    List<Passage> now = reply.content().passages();
    for (int i = 0; i < now.size(); i++) {
      if (i == passages.size()) {
        passages.add(PassageSlot.open(canvas, sources, now.get(i).kind()));
      }
      boolean last = i == now.size() - 1;
      passages.get(i).show(now.get(i), last && reply.state().isLive());
    }
    sources.set(Sources.lines(canvas.texts(), reply.content().citations()));
    trouble.set(trouble(reply));
    footer.show(reply);
    boolean hasWords = now.stream().anyMatch(passage -> passage.kind() == Passage.Kind.TEXT);
    foot.set(
        List.of(
            Line.of(
                LineStyle.of(Look.WIDGET, 16),
                new FooterWidget(reply.state(), footer, hasWords, words))));
  }

  private List<Line> trouble(Snapshot reply) {
    Texts texts = canvas.texts();
    List<Line> lines = new ArrayList<>();
    Failure failure = reply.outcome().failure();
    if (failure != null && !reply.state().isLive()) {
      boolean kept = !reply.content().passages().isEmpty();
      lines.add(
          Line.of(
              LineStyle.of(Look.WIDGET, 16),
              FailureWidget.of(texts, turn, failure, reply.outcome().requestId(), kept)));
    } else if (reply.state() == ReplyState.COMPLETE && reply.content().passages().isEmpty()) {
      lines.add(note(texts.get("transcript.empty"), TextStyle.Tone.MUTED));
    }
    if (reply.storageTrouble() != null) {
      lines.add(
          note(
              texts.get("transcript.storage", Hygiene.visible(reply.storageTrouble())),
              TextStyle.Tone.WARNING));
    }
    return lines;
  }

  private static Line note(String words, TextStyle.Tone tone) {
    return Line.of(LineStyle.of(Look.NOTE, 8), Run.words(words, TextStyle.of(tone)));
  }

  /** The answer as it was written, without what was thought. */
  private String words() {
    StringBuilder words = new StringBuilder();
    for (Passage passage : shown.content().passages()) {
      if (passage.kind() == Passage.Kind.TEXT) {
        words.append(words.isEmpty() ? "" : "\n\n").append(passage.text());
      }
    }
    return words.toString();
  }

  void leave() {
    passages.forEach(PassageSlot::leave);
  }

  boolean isSettled() {
    return passages.stream().allMatch(PassageSlot::isSettled);
  }
}
