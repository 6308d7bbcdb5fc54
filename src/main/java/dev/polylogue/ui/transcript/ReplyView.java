package dev.polylogue.ui.transcript;

import dev.polylogue.conversation.Failure;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.conversation.Warning;
import dev.polylogue.run.Passage;
import dev.polylogue.run.Snapshot;
import dev.polylogue.ui.kit.Texts;
import dev.polylogue.ui.transcript.Line.Run;
import dev.polylogue.ui.transcript.LineStyle.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** One reply: its passages, its sources, what went wrong, and its foot. FX thread. */
final class ReplyView {
  private final Canvas canvas;
  private final UUID turn;
  private final List<PassageSlot> passages = new ArrayList<>();
  private final LineDocument.Section pictures;
  private final LineDocument.Section searches;
  private final LineDocument.Section sources;
  private final LineDocument.Section trouble;
  private final LineDocument.Section foot;
  private final RetryModel retry;
  private final FooterWidget.Words words;
  private final LineDocument.Section top;
  private FooterModel footer;
  private Snapshot shown;
  private ReplyState told;

  ReplyView(Canvas canvas, TranscriptTurn turn) {
    this.canvas = canvas.heardBy(this::settled);
    this.turn = turn.turn();
    this.shown = turn.reply();
    this.told = turn.reply().state();
    this.top = canvas.document().append();
    this.pictures = canvas.document().append();
    this.searches = canvas.document().append();
    this.sources = canvas.document().append();
    this.trouble = canvas.document().append();
    this.foot = canvas.document().append();
    this.retry = new RetryModel(canvas.texts());
    this.footer = new FooterModel(canvas.texts(), turn.turn(), turn.speaker());
    this.words = new FooterWidget.Words(() -> ReplyText.markdown(shown()), this::plain);
    show(turn.reply());
  }

  Snapshot shown() {
    return shown;
  }

  /** Another reply to the same message, in place of this one. */
  void replace(TranscriptTurn now) {
    leave();
    passages.clear();
    canvas.document().removeBetween(top, pictures);
    footer = new FooterModel(canvas.texts(), now.turn(), now.speaker());
    told = now.reply().state();
    show(now.reply());
  }

  void show(Snapshot reply) {
    shown = reply;
    List<Passage> now = reply.content().passages();
    for (int i = 0; i < now.size(); i++) {
      if (i == passages.size()) {
        passages.add(PassageSlot.open(canvas, pictures, now.get(i).kind()));
      }
      boolean last = i == now.size() - 1;
      passages.get(i).cite(reply.content().citations());
      passages.get(i).show(now.get(i), last && reply.state().isLive());
    }
    pictures.set(PictureWidget.lines(canvas.gallery(), reply.content().pictures()));
    searches.set(Sources.searches(canvas.texts(), reply.content().searches()));
    retry.show(reply.retry());
    sources.set(Sources.lines(reply.content().citations()));
    trouble.set(trouble(reply));
    footer.show(reply);
    stand();
  }

  private void settled() {
    if (told != shown.state()) {
      stand();
    }
  }

  /** The end is told once the last words can be seen. */
  private void stand() {
    ReplyState state = shown.state();
    if (told.isLive() && !state.isLive() && !isSettled()) {
      return;
    }
    told = state;
    foot.set(
        List.of(
            Line.of(
                LineStyle.of(Look.WIDGET, 16),
                FooterWidget.of(state, Figures.isWhole(shown), footer, words))));
  }

  private List<Line> trouble(Snapshot reply) {
    Texts texts = canvas.texts();
    List<Line> lines = new ArrayList<>();
    for (Warning warning : reply.outcome().warnings()) {
      lines.add(
          note(
              texts.get("transcript.warning", Hygiene.visible(warning.message())),
              TextStyle.Tone.MUTED));
    }
    Failure failure = reply.outcome().failure();
    if (reply.retry() != null && reply.state().isLive()) {
      lines.add(Line.of(LineStyle.of(Look.WIDGET, 16), new RetryWidget(turn, retry)));
    } else if (failure != null && !reply.state().isLive()) {
      boolean kept = !reply.content().passages().isEmpty();
      lines.add(
          Line.of(
              LineStyle.of(Look.WIDGET, 16),
              FailureWidget.of(texts, turn, failure, reply.outcome().requestId(), kept)));
    } else if (reply.state() == ReplyState.COMPLETE && isEmpty(reply)) {
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

  private static boolean isEmpty(Snapshot reply) {
    return reply.content().passages().isEmpty() && reply.content().pictures().isEmpty();
  }

  private static Line note(String words, TextStyle.Tone tone) {
    return Line.of(LineStyle.of(Look.NOTE, 8), Run.words(words, TextStyle.of(tone)));
  }

  /** The answer as it is shown, without what was thought. */
  String plain() {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < passages.size(); i++) {
      if (shown.content().passages().get(i).kind() == Passage.Kind.TEXT) {
        lines.addAll(passages.get(i).lines());
      }
    }
    return PlainText.of(lines);
  }

  /** Where its passages stand, and all that follows them. */
  List<LineDocument.Section> sections() {
    List<LineDocument.Section> sections = new ArrayList<>();
    passages.forEach(passage -> sections.addAll(passage.sections()));
    sections.addAll(List.of(pictures, searches, sources, trouble, foot));
    return sections;
  }

  List<PassageSlot> passages() {
    return passages;
  }

  void leave() {
    passages.forEach(PassageSlot::leave);
  }

  boolean isSettled() {
    return passages.stream().allMatch(PassageSlot::isSettled);
  }
}
