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
  private final LineDocument.Section label;
  private final LineDocument.Section attached;
  private final LineDocument.Section prompt;
  private final LineDocument.Section speaker;
  private final PassageView words;
  private final ReplyView reply;
  private final StepsModel branches;
  private final StepsModel alternatives;
  private boolean first;
  private TranscriptTurn turn;
  private String mark = "";

  /**
   * @param canvas of this turn alone
   * @param first whether no turn stands above
   */
  TurnView(Canvas canvas, TranscriptTurn turn, boolean first) {
    this.canvas = canvas;
    this.turn = turn;
    this.first = first;
    this.branches = new StepsModel(StepsModel.Kind.BRANCHES, turn.turn());
    this.alternatives = new StepsModel(StepsModel.Kind.REPLIES, turn.turn());
    this.label = canvas.document().append();
    this.attached = canvas.document().append();
    this.prompt = canvas.document().append();
    this.speaker = canvas.document().append();
    this.words = new PassageView(canvas.work(), prompt, canvas.changed());
    attached.set(AttachmentsWidget.lines(canvas.gallery(), turn.asked().attachments()));
    words.paintWith(PlainPainter.PROMPT);
    if (turn.prompt().length() > LONG_PROMPT) {
      words.show(turn.prompt(), true);
    } else {
      prompt.set(PlainPainter.PROMPT.paint(turn.prompt(), true).fresh());
    }
    dress();
    this.reply = new ReplyView(canvas, turn);
  }

  /** What stands over the message and over the reply. */
  private void dress() {
    branches.show(turn.steps().branch(), turn.steps().branches());
    alternatives.show(turn.steps().alternative(), turn.steps().alternatives());
    label.set(List.of(you()));
    speaker.set(List.of(speaker()));
  }

  private Line you() {
    LineStyle style = LineStyle.of(Look.PROMPT_HEAD, first ? 16 : 24).with(Edge.FIRST);
    List<Run> runs = new ArrayList<>();
    runs.add(Run.words(canvas.texts().get("transcript.you"), TextStyle.PLAIN));
    addSteps(runs, branches);
    runs.add(placed(new PromptTools(turn.turn())));
    return new Line(style, runs);
  }

  private Line speaker() {
    List<Run> runs = new ArrayList<>(LineWriter.runs(turn.speaker(), TextStyle.PLAIN));
    addSteps(runs, alternatives);
    if (!mark.isEmpty()) {
      runs.add(Run.words("   " + mark, TextStyle.of(TextStyle.Tone.VERDICT)));
    }
    return new Line(LineStyle.of(Look.SPEAKER, 16), runs);
  }

  /** Writes something beside the speaker; nothing for empty words. */
  void mark(String words) {
    if (!words.equals(mark)) {
      mark = words;
      speaker.set(List.of(speaker()));
    }
  }

  private static void addSteps(List<Run> runs, StepsModel steps) {
    if (steps.isChoice()) {
      runs.add(placed(new StepsWidget(steps)));
    }
  }

  private static Run placed(Widget widget) {
    return new Run(new Segment.Placed(widget), TextStyle.PLAIN);
  }

  UUID id() {
    return turn.turn();
  }

  TranscriptTurn turn() {
    return turn;
  }

  /** Shows the turn as it is now, perhaps with another of its replies. */
  void show(TranscriptTurn now) {
    TranscriptTurn before = turn;
    turn = now;
    boolean same = before.reply().reply().equals(now.reply().reply());
    if (same && before.speaker().equals(now.speaker())) {
      show(now.reply());
    } else {
      reply.replace(now);
    }
    dress();
  }

  /** The same reply, further on. */
  void show(Snapshot snapshot) {
    turn = turn.with(snapshot);
    if (!snapshot.equals(reply.shown())) {
      reply.show(snapshot);
    }
  }

  /** Whether no turn stands above from now on. */
  void stand(boolean alone) {
    if (first != alone) {
      first = alone;
      label.set(List.of(you()));
    }
  }

  LineDocument document() {
    return canvas.document();
  }

  /** What was asked: the same lines in every pane. */
  List<LineDocument.Section> asked() {
    return List.of(label, attached, prompt, speaker);
  }

  /** All its sections, from the top down. */
  List<LineDocument.Section> sections() {
    List<LineDocument.Section> sections = new ArrayList<>(asked());
    sections.addAll(reply.sections());
    return sections;
  }

  LineDocument.Section prompt() {
    return prompt;
  }

  ReplyView reply() {
    return reply;
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
