package dev.polylogue.ui.transcript;

import dev.polylogue.run.Snapshot;
import dev.polylogue.ui.transcript.Line.Run;
import dev.polylogue.ui.transcript.LineStyle.Edge;
import dev.polylogue.ui.transcript.LineStyle.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** One turn: what the user said, who answers, and the reply. FX thread. */
final class TurnView {
  private static final int LONG_PROMPT = 16_000;

  private final Canvas canvas;
  private final TranscriptTurn turn;
  private final LineDocument.Section label;
  private final LineDocument.Section prompt;
  private final LineDocument.Section speaker;
  private final PassageView words;
  private final ReplyView reply;

  /**
   * @param first whether no turn stands above
   */
  TurnView(Canvas canvas, TranscriptTurn turn, boolean first) {
    this.canvas = canvas;
    this.turn = turn;
    this.label = canvas.document().append();
    LineDocument.Section attached = canvas.document().append();
    this.prompt = canvas.document().append();
    this.speaker = canvas.document().append();
    this.words = new PassageView(canvas.background(), prompt, canvas.changed());
    label.set(List.of(you(first)));
    attached.set(AttachmentsWidget.lines(canvas.gallery(), turn.asked().attachments()));
    words.paintWith(PlainPainter.PROMPT);
    if (turn.prompt().length() > LONG_PROMPT) {
      words.show(turn.prompt(), true);
    } else {
      prompt.set(PlainPainter.PROMPT.paint(turn.prompt()).fresh());
    }
    speaker.set(List.of(speaker()));
    this.reply = new ReplyView(canvas, turn);
  }

  private Line you(boolean first) {
    LineStyle style = LineStyle.of(Look.PROMPT_HEAD, first ? 16 : 24).with(Edge.FIRST);
    return Line.of(style, Run.words(canvas.texts().get("transcript.you"), TextStyle.PLAIN));
  }

  private Line speaker() {
    List<Run> runs = new ArrayList<>(LineWriter.runs(turn.speaker(), TextStyle.PLAIN));
    if (turn.alternatives() > 1) {
      runs.add(
          Run.words(
              "   "
                  + canvas
                      .texts()
                      .get("transcript.alternative", turn.alternative(), turn.alternatives()),
              TextStyle.of(TextStyle.Tone.MUTED)));
    }
    return new Line(LineStyle.of(Look.SPEAKER, 16), runs);
  }

  UUID id() {
    return turn.turn();
  }

  /** Whether the view can go on showing this, by {@link #show} alone. */
  boolean fits(TranscriptTurn other) {
    return turn.turn().equals(other.turn())
        && turn.reply().reply().equals(other.reply().reply())
        && turn.asked().equals(other.asked())
        && turn.speaker().equals(other.speaker())
        && turn.alternative() == other.alternative()
        && turn.alternatives() == other.alternatives();
  }

  void show(Snapshot snapshot) {
    if (!snapshot.equals(reply.shown())) {
      reply.show(snapshot);
    }
  }

  LineDocument.Section top() {
    return label;
  }

  /** Results of work that is still under way come too late from now on. */
  void leave() {
    words.leave();
    reply.leave();
  }

  boolean isSettled() {
    return words.isSettled() && reply.isSettled();
  }
}
