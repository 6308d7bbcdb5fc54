package dev.polylogue.ui.transcript;

import dev.polylogue.run.Passage;
import dev.polylogue.ui.transcript.Line.Run;
import dev.polylogue.ui.transcript.LineStyle.Edge;
import dev.polylogue.ui.transcript.LineStyle.Look;
import java.util.List;

/** The place of one passage in the document. FX thread. */
sealed interface PassageSlot {

  /**
   * @param open whether the passage may still grow
   */
  void show(Passage passage, boolean open);

  void leave();

  /** Whether no words wait to be laid out. */
  boolean isSettled();

  static PassageSlot open(Canvas canvas, LineDocument.Section next, Passage.Kind kind) {
    LineDocument document = canvas.document();
    return switch (kind) {
      case REASONING -> {
        LineDocument.Section head = document.insertBefore(next);
        Answer words = Answer.of(canvas, document.insertBefore(next), Look.THOUGHT);
        yield new Thought(words, new ThoughtView(canvas.texts(), head, words.view()));
      }
      case TEXT -> Answer.of(canvas, document.insertBefore(next), Look.BODY);
      case TOOL_CALL -> new Call(canvas, document.insertBefore(next));
    };
  }

  /** Markdown. */
  record Answer(PassageView view) implements PassageSlot {
    static Answer of(Canvas canvas, LineDocument.Section section, Look body) {
      PassageView view = new PassageView(canvas.background(), section, canvas.changed());
      view.paintWith(new MarkdownPainter(canvas.texts(), view, body));
      return new Answer(view);
    }

    @Override
    public void show(Passage passage, boolean open) {
      view.show(passage.text(), !open);
    }

    @Override
    public void leave() {
      view.leave();
    }

    @Override
    public boolean isSettled() {
      return view.isSettled();
    }
  }

  /** Reasoning. */
  record Thought(Answer words, ThoughtView view) implements PassageSlot {
    @Override
    public void show(Passage passage, boolean open) {
      view.show(passage, open);
    }

    @Override
    public void leave() {
      words.leave();
    }

    @Override
    public boolean isSettled() {
      return words.isSettled();
    }
  }

  /** A call that the model asked for; never carried out. */
  record Call(Canvas canvas, LineDocument.Section section) implements PassageSlot {
    @Override
    public void show(Passage passage, boolean open) {
      LineWriter writer = new LineWriter(List.of());
      writer.line(
          Look.NOTE,
          Edge.NONE,
          8,
          List.of(
              Run.words(
                  canvas.texts().get("transcript.call"), TextStyle.of(TextStyle.Tone.MUTED))));
      writer.literal(Look.CALL, 4, passage.text().toString().replace("\r", ""));
      section.set(writer.lines());
    }

    @Override
    public void leave() {}

    @Override
    public boolean isSettled() {
      return true;
    }
  }
}
