package dev.polylogue.ui.chat;

import dev.polylogue.conversation.ReplyState;
import dev.polylogue.run.Passage;
import dev.polylogue.run.Snapshot;
import dev.polylogue.ui.fx.Work;
import dev.polylogue.ui.kit.Texts;
import dev.polylogue.ui.transcript.ReplyText;
import dev.polylogue.ui.transcript.SentenceSpeaker;
import dev.polylogue.ui.transcript.TranscriptTurn;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Tells a screen reader what the models say: of the current pane each sentence when it is complete,
 * of the others only that they have ended. Nothing is worked out while nobody listens. FX thread.
 */
public final class Announcer {
  /** More waits for the next time, so that one announcement is not read for a minute. */
  private static final int MOST = 600;

  private final Work work;
  private final Texts texts;
  private final BooleanSupplier listening;
  private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
  private final List<String> pending = new ArrayList<>();
  private final Map<PaneViewModel, Speech> speeches = new HashMap<>();
  private Runnable wake = () -> {};

  /**
   * @param listening whether a screen reader runs
   */
  public Announcer(Work work, Texts texts, BooleanSupplier listening) {
    this.work = work;
    this.texts = texts;
    this.listening = listening;
  }

  /** A live reply that is being said. */
  private static final class Speech {
    private final UUID turn;
    private final UUID reply;
    private SentenceSpeaker speaker;
    private int passage = -1;
    private @Nullable Snapshot heard;
    private boolean busy;
    private boolean behind;

    Speech(TranscriptTurn turn, Texts texts) {
      this.turn = turn.turn();
      this.reply = turn.reply().reply();
      this.speaker = new SentenceSpeaker(texts);
    }
  }

  /** What is said now. Changes only at the ends of sentences. */
  public ReadOnlyStringProperty wordsProperty() {
    return words.getReadOnlyProperty();
  }

  /** Calls this when there is something to say; the receiver calls {@link #speak} a while later. */
  public void whenReady(Runnable listener) {
    wake = listener;
  }

  /** Says what has come together, or the beginning of it. */
  public void speak() {
    if (pending.isEmpty()) {
      return;
    }
    StringBuilder now = new StringBuilder(pending.removeFirst());
    while (!pending.isEmpty() && now.length() + pending.getFirst().length() < MOST) {
      now.append(' ').append(pending.removeFirst());
    }
    words.set(now.toString());
    if (!pending.isEmpty()) {
      wake.run();
    }
  }

  /** The turns of a pane have changed. */
  void look(PaneViewModel pane) {
    if (!listening.getAsBoolean()) {
      speeches.clear();
      return;
    }
    Speech known = speeches.get(pane);
    TranscriptTurn turn = known == null ? null : with(pane, known);
    if (turn == null) {
      turn = live(pane);
      if (turn == null) {
        speeches.remove(pane);
        return;
      }
      known = new Speech(turn, texts);
      speeches.put(pane, known);
    }
    if (known != null && !known.busy) {
      hear(pane, known, turn);
    }
  }

  private static @Nullable TranscriptTurn live(PaneViewModel pane) {
    return pane.turns().reversed().stream()
        .filter(turn -> turn.reply().state().isLive())
        .findFirst()
        .orElse(null);
  }

  private static @Nullable TranscriptTurn with(PaneViewModel pane, Speech speech) {
    return pane.turns().reversed().stream()
        .filter(turn -> turn.turn().equals(speech.turn))
        .filter(turn -> turn.reply().reply().equals(speech.reply))
        .findFirst()
        .orElse(null);
  }

  private void hear(PaneViewModel pane, Speech speech, TranscriptTurn turn) {
    Snapshot reply = turn.reply();
    if (reply.equals(speech.heard)) {
      return;
    }
    boolean ended = !reply.state().isLive();
    boolean current = pane.currentProperty().get();
    if (!current && !ended) {
      speech.behind = true;
      return;
    }
    speech.busy = true;
    speech.heard = reply;
    boolean silent = !current || speech.behind;
    speech.behind = false;
    work.run(
        () -> said(speech, turn, silent),
        sentences -> {
          speech.busy = false;
          say(sentences);
          if (ended) {
            speeches.remove(pane, speech);
          } else {
            look(pane);
          }
        },
        failure -> speech.busy = false);
  }

  /**
   * @param silent whether what has come so far is only caught up with
   */
  private List<String> said(Speech speech, TranscriptTurn turn, boolean silent) {
    Snapshot reply = turn.reply();
    boolean ended = !reply.state().isLive();
    List<String> sentences = new ArrayList<>();
    List<Passage> passages = reply.content().passages();
    for (int i = Math.max(0, speech.passage); i < passages.size(); i++) {
      if (i != speech.passage) {
        speech.passage = i;
        speech.speaker = new SentenceSpeaker(texts);
      }
      if (passages.get(i).kind() == Passage.Kind.TEXT) {
        boolean over = ended || i < passages.size() - 1;
        sentences.addAll(speech.speaker.hear(passages.get(i).text(), over));
      }
    }
    if (silent) {
      sentences.clear();
    }
    if (ended) {
      sentences.add(end(turn));
    }
    return sentences;
  }

  private String end(TranscriptTurn turn) {
    ReplyState state = turn.reply().state();
    int count = count(ReplyText.markdown(turn.reply()));
    return state == ReplyState.COMPLETE
        ? texts.get("spoken.finished", turn.speaker(), count)
        : texts.get(
            "spoken.ended", turn.speaker(), texts.get("transcript.state." + state.word()), count);
  }

  static int count(String text) {
    BreakIterator breaks = BreakIterator.getWordInstance();
    breaks.setText(text);
    int count = 0;
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
      count += Character.isLetterOrDigit(text.codePointAt(start)) ? 1 : 0;
    }
    return count;
  }

  private void say(List<String> sentences) {
    if (!sentences.isEmpty()) {
      pending.addAll(sentences);
      wake.run();
    }
  }
}
