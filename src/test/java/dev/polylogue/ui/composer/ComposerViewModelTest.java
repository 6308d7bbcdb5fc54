package dev.polylogue.ui.composer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.ui.Bench;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableIntegerValue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ComposerViewModelTest {
  private static final UUID ONE = new UUID(0, 1);
  private static final UUID TWO = new UUID(0, 2);

  private final Box box = new Box();
  private final ComposerViewModel composer = new ComposerViewModel(box, Bench.TEXTS);

  @BeforeEach
  void show() {
    composer.show(ONE, "");
  }

  @Test
  void fiftyFastEntersSendOnePrompt_T30() {
    composer.textProperty().set("Why?");
    for (int i = 0; i < 50; i++) {
      composer.send();
    }
    assertThat(box.sent).containsExactly("Why?");
    assertThat(composer.textProperty().get()).isEmpty();
  }

  @Test
  void nothingIsSentWhileThereIsNothingToSay() {
    composer.textProperty().set(" \n ");
    assertThat(composer.sendableProperty().get()).isFalse();
    composer.send();
    assertThat(box.sent).isEmpty();
  }

  @Test
  void whileAPaneAnswersNothingGoesToAllAndTheReasonIsSaid() {
    composer.textProperty().set("Why?");
    box.busy.set(1);
    assertThat(composer.sendableProperty().get()).isFalse();
    assertThat(composer.statusProperty().get()).isEqualTo("1 pane is still answering");
    assertThat(composer.sendableToCurrentProperty().get()).isTrue();
    composer.sendToCurrent();
    assertThat(box.sent).containsExactly("current: Why?");
  }

  @Test
  void aPromptThatWasRefusedComesBack() {
    box.refuse = true;
    composer.textProperty().set("Why?");
    composer.send();
    assertThat(composer.textProperty().get()).isEqualTo("Why?");
  }

  @Test
  void theDraftIsKeptWhenTheReaderTurnsToAnotherComparison() {
    composer.textProperty().set("half a thou");
    composer.show(TWO, "other");
    assertThat(box.drafts).containsExactly(ONE + ": half a thou");
    assertThat(composer.textProperty().get()).isEqualTo("other");
  }

  @Test
  void aDraftThatDidNotChangeIsNotWrittenAgain() {
    composer.textProperty().set("once");
    composer.saveDraft();
    composer.saveDraft();
    assertThat(box.drafts).hasSize(1);
  }

  @Test
  void whatWasSentIsNoDraftAnyMore() {
    composer.textProperty().set("Why?");
    composer.send();
    composer.saveDraft();
    assertThat(box.drafts).isEmpty();
  }

  @Test
  void theNumberOfPanesIsShown() {
    assertThat(composer.statusProperty().get()).isEqualTo("3 panes");
  }

  private static final class Box implements Outbox {
    final SimpleIntegerProperty busy = new SimpleIntegerProperty();
    final List<String> sent = new ArrayList<>();
    final List<String> drafts = new ArrayList<>();
    boolean refuse;

    @Override
    public ObservableIntegerValue panes() {
      return new SimpleIntegerProperty(3);
    }

    @Override
    public ObservableIntegerValue busyPanes() {
      return busy;
    }

    @Override
    public ObservableBooleanValue currentIsFree() {
      return new SimpleBooleanProperty(true);
    }

    @Override
    public ObservableBooleanValue sending() {
      return new SimpleBooleanProperty();
    }

    @Override
    public void send(String prompt, boolean currentOnly, Runnable refused) {
      if (refuse) {
        refused.run();
      } else {
        sent.add(currentOnly ? "current: " + prompt : prompt);
      }
    }

    @Override
    public void stopAll() {}

    @Override
    public void saveDraft(UUID comparison, String draft) {
      drafts.add(comparison + ": " + draft);
    }
  }
}
