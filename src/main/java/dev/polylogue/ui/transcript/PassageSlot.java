package dev.polylogue.ui.transcript;

import dev.polylogue.conversation.Part;
import dev.polylogue.run.Passage;
import dev.polylogue.ui.transcript.LineStyle.Look;
import java.util.List;

/** The place of one passage in the document. FX thread. */
sealed interface PassageSlot {

  /**
   * @param open whether the passage may still grow
   */
  void show(Passage passage, boolean open);

  /** What the reply rests on; said before its words are shown. */
  void cite(List<Part.Citation> citations);

  void leave();

  /** Whether no words wait to be laid out. */
  boolean isSettled();

  /** Where it stands, in order; its words in the last one. */
  List<LineDocument.Section> sections();

  /** Its words, whether they are shown or not. */
  List<Line> lines();

  /** Shows the words where they were hidden. */
  void reveal();

  static PassageSlot open(Canvas canvas, LineDocument.Section next, Passage.Kind kind) {
    LineDocument document = canvas.document();
    return switch (kind) {
      case REASONING -> {
        LineDocument.Section head = document.insertBefore(next);
        Answer words = Answer.of(canvas, document.insertBefore(next), Look.THOUGHT);
        yield new Thought(words, new ThoughtView(canvas.texts(), head, words.view()));
      }
      case TEXT -> Answer.of(canvas, document.insertBefore(next), Look.BODY);
      case TOOL_CALL -> Call.of(canvas, document.insertBefore(next));
    };
  }

  /** Markdown. */
  record Answer(PassageView view) implements PassageSlot {
    static Answer of(Canvas canvas, LineDocument.Section section, Look body) {
      PassageView view = new PassageView(canvas.work(), section, canvas.changed());
      view.paintWith(new MarkdownPainter(canvas.texts(), canvas.formulas(), view, body));
      return new Answer(view);
    }

    @Override
    public void show(Passage passage, boolean open) {
      view.show(passage.text(), !open);
    }

    @Override
    public void cite(List<Part.Citation> citations) {
      view.cite(citations);
    }

    @Override
    public void leave() {
      view.leave();
    }

    @Override
    public boolean isSettled() {
      return view.isSettled();
    }

    @Override
    public List<LineDocument.Section> sections() {
      return List.of(view.section());
    }

    @Override
    public List<Line> lines() {
      return view.painted();
    }

    @Override
    public void reveal() {}
  }

  /** Reasoning. */
  record Thought(Answer words, ThoughtView view) implements PassageSlot {
    @Override
    public void show(Passage passage, boolean open) {
      view.show(passage, open);
    }

    @Override
    public void cite(List<Part.Citation> citations) {}

    @Override
    public void leave() {
      words.leave();
    }

    @Override
    public boolean isSettled() {
      return words.isSettled();
    }

    @Override
    public List<LineDocument.Section> sections() {
      return List.of(view.head(), words.view().section());
    }

    @Override
    public List<Line> lines() {
      return words.lines();
    }

    @Override
    public void reveal() {
      view.reveal();
    }
  }

  /** A call that the model asked for; never carried out. */
  record Call(PassageView view) implements PassageSlot {
    static Call of(Canvas canvas, LineDocument.Section section) {
      PassageView view = new PassageView(canvas.work(), section, canvas.changed());
      view.paintWith(new CallPainter(canvas.texts(), view));
      return new Call(view);
    }

    @Override
    public void show(Passage passage, boolean open) {
      view.show(passage.text(), !open);
    }

    @Override
    public void cite(List<Part.Citation> citations) {}

    @Override
    public void leave() {
      view.leave();
    }

    @Override
    public boolean isSettled() {
      return view.isSettled();
    }

    @Override
    public List<LineDocument.Section> sections() {
      return List.of(view.section());
    }

    @Override
    public List<Line> lines() {
      return view.painted();
    }

    @Override
    public void reveal() {}
  }
}
