package dev.polylogue.ui.vote;

import dev.polylogue.ui.kit.Texts;
import dev.polylogue.vote.Verdict;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import org.jspecify.annotations.Nullable;

/** The buttons of a vote: one for each reply, a tie, and all bad. FX thread. */
final class Choices extends FlowPane {
  private static final double WIDEST = 220;

  /** A button and the verdict that it stands for. */
  private record Choice(Verdict verdict, ToggleButton button) {}

  private final VoteViewModel model;
  private final Texts texts;
  private final List<Choice> choices = new ArrayList<>();
  private @Nullable Matter shown;

  Choices(VoteViewModel model, Texts texts) {
    super(6, 6);
    this.model = model;
    this.texts = texts;
    getStyleClass().add("vote-choices");
    model.matterProperty().subscribe(this::show);
    model.verdictProperty().subscribe(verdict -> select());
  }

  /** Buttons stay as long as what they stand for, so that the keyboard stays on them. */
  private void show(@Nullable Matter matter) {
    if (matter == null || matter.equals(shown)) {
      return;
    }
    shown = matter;
    choices.clear();
    for (int i = 0; i < matter.candidates().size(); i++) {
      Matter.Candidate candidate = matter.candidates().get(i);
      Verdict verdict = new Verdict.Winner(candidate.reply());
      String key = i < 9 ? " (" + (i + 1) + ")" : "";
      ToggleButton button =
          add(candidate.name(), texts.get("vote.better", candidate.name()) + key, verdict);
      button.setDisable(candidate.state() != Matter.State.ANSWERED);
    }
    add(texts.get("vote.tie"), texts.get("vote.tie.name") + " (0)", new Verdict.Tie());
    add(texts.get("vote.bad"), texts.get("vote.bad.name") + " (-)", new Verdict.AllBad());
    getChildren().setAll(choices.stream().map(Choice::button).toList());
    select();
  }

  private ToggleButton add(String words, String name, Verdict verdict) {
    ToggleButton button = new ToggleButton(words);
    button.setMaxWidth(WIDEST);
    button.setMnemonicParsing(false);
    button.getStyleClass().add("vote-choice");
    button.setAccessibleText(name);
    button.setTooltip(new Tooltip(name));
    button.setOnAction(
        event -> {
          model.cast(verdict);
          select();
        });
    choices.add(new Choice(verdict, button));
    return button;
  }

  private void select() {
    Verdict verdict = model.verdictProperty().get();
    choices.forEach(choice -> choice.button().setSelected(choice.verdict().equals(verdict)));
  }

  /** Gives the keyboard to the choice that was made, or to the first that can be made. */
  void focusChoice() {
    choices.stream()
        .filter(choice -> choice.button().isSelected())
        .findFirst()
        .or(() -> choices.stream().filter(choice -> !choice.button().isDisabled()).findFirst())
        .ifPresent(choice -> choice.button().requestFocus());
  }
}
