package dev.polylogue.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.Outcome;
import dev.polylogue.conversation.Pane;
import dev.polylogue.conversation.Parameters;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.conversation.Timing;
import dev.polylogue.run.Passage;
import dev.polylogue.run.Snapshot;
import dev.polylogue.session.Prompt;
import dev.polylogue.ui.Bench;
import dev.polylogue.ui.OnTheSpot;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AnnouncerTest {
  private static final UUID TURN = new UUID(0, 7);
  private final OnTheSpot work = new OnTheSpot();
  private boolean listening = true;
  private int woken;
  private final Announcer announcer = new Announcer(work, Bench.TEXTS, () -> listening);
  private final PaneViewModel pane =
      new PaneViewModel(Pane.empty(new UUID(0, 1), new ModelRef("xai", "grok-3"), Parameters.NONE));

  AnnouncerTest() {
    announcer.whenReady(() -> woken++);
    pane.currentProperty().set(true);
  }

  private static Snapshot reply(ReplyState state, String text) {
    return new Snapshot(
        new UUID(0, 9),
        state,
        new Snapshot.Content(
            List.of(new Passage(Passage.Kind.TEXT, text, null)), List.of(), List.of(), List.of()),
        Outcome.NONE,
        Timing.NONE,
        Snapshot.Trouble.NONE);
  }

  private void hears(ReplyState state, String text) {
    if (pane.turns().isEmpty()) {
      pane.begin(TURN, Prompt.of("x"), new ModelRef("sandbox", "grok-3"), reply(state, text));
    } else {
      pane.update(TURN, reply(state, text));
    }
    announcer.look(pane);
  }

  private String spoken() {
    announcer.speak();
    return announcer.wordsProperty().get();
  }

  @Test
  void theCurrentPaneIsHeardAtTheEndsOfSentences() {
    hears(ReplyState.STREAMING, "The moon");
    assertThat(woken).isZero();
    hears(ReplyState.STREAMING, "The moon pulls. The");
    assertThat(woken).isEqualTo(1);
    assertThat(spoken()).isEqualTo("The moon pulls.");
    hears(ReplyState.COMPLETE, "The moon pulls. The sea rises.");
    assertThat(spoken()).isEqualTo("The sea rises. grok-3 has finished, 6 words");
  }

  @Test
  void ofOtherPanesOnlyTheEndIsHeard() {
    pane.currentProperty().set(false);
    hears(ReplyState.STREAMING, "One. Two. Three");
    hears(ReplyState.STOPPED, "One. Two. Three");
    assertThat(spoken()).isEqualTo("grok-3 has ended, stopped, 3 words");
  }

  @Test
  void aPaneThatBecomesCurrentIsHeardFromThereOn() {
    pane.currentProperty().set(false);
    hears(ReplyState.STREAMING, "One is over. Two");
    pane.currentProperty().set(true);
    hears(ReplyState.STREAMING, "One is over. Two is. Three");
    hears(ReplyState.STREAMING, "One is over. Two is. Three is. Four");
    assertThat(spoken()).isEqualTo("Three is.");
  }

  @Test
  void nothingIsWorkedOutWhileNobodyListens() {
    listening = false;
    hears(ReplyState.STREAMING, "One. Two. Three");
    hears(ReplyState.COMPLETE, "One. Two. Three");
    assertThat(woken).isZero();
  }

  @Test
  void muchIsSaidInParts() {
    hears(ReplyState.STREAMING, "x");
    hears(ReplyState.COMPLETE, "This sentence is one of very many. ".repeat(60));
    assertThat(spoken().length()).isLessThan(640);
    assertThat(woken).isEqualTo(2);
  }
}
