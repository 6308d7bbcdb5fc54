package dev.polylogue.ui.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import dev.polylogue.conversation.Outcome;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.conversation.Timing;
import dev.polylogue.run.Snapshot;
import dev.polylogue.session.Prompt;
import dev.polylogue.ui.FxThread;
import dev.polylogue.ui.transcript.TranscriptTurn.Steps;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StepsTest {
  private Stand stand;

  @BeforeEach
  void open() {
    stand = Stand.open(360, 500, new PrimerLight());
  }

  @AfterEach
  void close() {
    stand.close();
  }

  private static Snapshot said(int reply, String words) {
    return Samples.reply(
        reply, ReplyState.COMPLETE, Outcome.NONE, Timing.NONE, Samples.text(words));
  }

  private static TranscriptTurn turn(int number, Snapshot reply, Steps steps) {
    return new TranscriptTurn(
        Samples.id(100 + number), Prompt.of("Why " + number + "?"), "scribe", reply, steps);
  }

  private List<String> places() {
    return stand.nodes(Label.class, label -> label.getStyleClass().contains("steps-place")).stream()
        .map(Label::getText)
        .toList();
  }

  private Button button(String name) {
    return stand.nodes(Button.class, button -> name.equals(button.getAccessibleText())).getFirst();
  }

  private void press(String name) {
    Button button = button(name);
    FxThread.run(button::fire);
  }

  @Test
  void whereThereIsNoChoiceThereIsNothingToStepThrough() {
    stand.show(turn(1, said(1, "Moon."), Steps.NONE));
    assertThat(places()).isEmpty();
  }

  @Test
  void repliesAndBranchesAreSteppedThroughAndTheEndsLeadNowhere() {
    stand.show(turn(1, said(2, "Moon."), new Steps(2, 3, 1, 2)));
    assertThat(places()).containsExactly("1/2", "2/3");
    press("Answer before (now 2 of 3)");
    press("Next answer (now 2 of 3)");
    press("Wording before, with what followed it (now 1 of 2)");
    press("Next wording, with what followed it (now 1 of 2)");
    assertThat(stand.steps).containsExactly("reply -1", "reply 1", "prompt 1");
  }

  @Test
  void anotherReplyTakesThePlaceOfTheFirstAndTheTurnsBelowStay() {
    TranscriptTurn below = turn(2, said(9, "Sun."), Steps.NONE);
    stand.show(turn(1, said(1, "Moon.\n\n- a\n- b"), new Steps(1, 2, 1, 1)), below);
    Button on = button("Next answer (now 1 of 2)");
    FxThread.run(on::requestFocus);

    stand.show(turn(1, said(2, "Wind."), new Steps(2, 2, 1, 1)), below);

    assertThat(stand.text()).contains("Wind.", "Sun.").doesNotContain("Moon");
    assertThat(stand.text().indexOf("Wind")).isLessThan(stand.text().indexOf("Sun"));
    assertThat(places()).containsExactly("2/2");
    assertThat(FxThread.call(on::isFocused)).as("the button was not replaced").isTrue();
    stand.show(turn(1, said(1, "Moon."), new Steps(1, 2, 1, 1)), below);
    assertThat(stand.text()).contains("Moon.").doesNotContain("Wind");
  }
}
