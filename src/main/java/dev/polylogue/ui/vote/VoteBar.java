package dev.polylogue.ui.vote;

import atlantafx.base.theme.Styles;
import dev.polylogue.ui.command.Commands;
import dev.polylogue.ui.kit.Buttons;
import dev.polylogue.ui.kit.Icons;
import dev.polylogue.ui.kit.Texts;
import dev.polylogue.vote.Blinding;
import dev.polylogue.vote.Verdict;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Under the panes: what is voted on, the choices, and the way back to the names. FX thread. */
public final class VoteBar extends HBox {
  private final VoteViewModel model;
  private final Texts texts;
  private final Choices choices;
  private final Button reveal;
  private final StringBinding words;

  /**
   * @param commands holds {@code vote.reveal}, {@code vote.blind} and {@code vote.nextBlind}
   */
  public VoteBar(VoteViewModel model, Commands commands, Texts texts) {
    super(12);
    this.model = model;
    this.texts = texts;
    this.choices = new Choices(model, texts);
    this.words =
        Bindings.createStringBinding(
            this::words,
            model.matterProperty(),
            model.verdictProperty(),
            model.blindingProperty(),
            model.askedProperty(),
            model.votableProperty());
    getStyleClass().add("vote-bar");
    setAlignment(Pos.CENTER_LEFT);
    showWhile(this, model.shownProperty());
    showWhile(choices, model.votableProperty());
    reveal =
        commands.bind("vote.reveal", new Button(texts.get("vote.reveal"), Icons.of(Feather.EYE)));
    reveal.getStyleClass().add(Styles.ACCENT);
    reveal.setMinWidth(USE_PREF_SIZE);
    showWhile(reveal, model.revealableProperty());
    Button next =
        commands.bind("vote.nextBlind", new Button(texts.get("vote.next"), Icons.of(Feather.PLUS)));
    next.setMinWidth(USE_PREF_SIZE);
    showWhile(
        next,
        Bindings.createBooleanBinding(
            () -> model.blindProperty().get() && !model.isMasked(), model.blindingProperty()));
    VBox middle = new VBox(6, said(), choices);
    middle.setMinWidth(0);
    middle.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(middle, Priority.ALWAYS);
    getChildren().addAll(Icons.of(Feather.EYE_OFF), middle, reveal, next, hold(), end(commands));
    addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
  }

  private static void showWhile(Node node, ObservableBooleanValue shown) {
    node.visibleProperty().bind(shown);
    node.managedProperty().bind(shown);
  }

  private Label said() {
    Label said = new Label();
    said.setWrapText(true);
    said.getStyleClass().add("vote-words");
    said.textProperty().bind(words);
    return said;
  }

  private CheckBox hold() {
    CheckBox hold = new CheckBox(texts.get("vote.hold"));
    hold.setTooltip(new Tooltip(texts.get("vote.hold.hint")));
    hold.setMinWidth(USE_PREF_SIZE);
    model
        .blindingProperty()
        .subscribe(blinding -> hold.setSelected(blinding != null && blinding.hold()));
    hold.setOnAction(event -> model.hold(hold.isSelected()));
    showWhile(hold, Bindings.createBooleanBinding(model::isMasked, model.blindingProperty()));
    return hold;
  }

  /** Ends what is on: an open vote, or blindness itself. */
  private Button end(Commands commands) {
    Button end = Buttons.icon(Feather.X, "", () -> {});
    Runnable name =
        () ->
            Buttons.named(
                end,
                model.askedProperty().get() != null
                    ? texts.get("vote.dismiss")
                    : commands.named("vote.blind").hint());
    model.askedProperty().subscribe(asked -> name.run());
    end.setOnAction(
        event -> {
          if (model.askedProperty().get() != null) {
            model.dismiss();
          } else {
            model.toggleBlind();
          }
        });
    return end;
  }

  private String words() {
    Matter matter = model.matterProperty().get();
    Verdict verdict = model.verdictProperty().get();
    Blinding blinding = model.blindingProperty().get();
    boolean revealed = blinding != null && blinding.revealed();
    if (revealed && verdict == null && model.askedProperty().get() == null) {
      return texts.get("vote.again");
    }
    if (matter == null) {
      return texts.get(revealed ? "vote.again" : "vote.blind.about");
    }
    if (matter.ended() < matter.candidates().size()) {
      return texts.get("vote.answering", matter.ended(), matter.candidates().size());
    }
    if (!matter.isVotable()) {
      return texts.get("vote.tooFew");
    }
    if (verdict == null) {
      return texts.get(model.isMasked() && !matter.blind() ? "vote.ask.seen" : "vote.ask");
    }
    String said = said(matter, verdict);
    return model.votableProperty().get() ? said : said + " " + texts.get("vote.again");
  }

  private String said(Matter matter, Verdict verdict) {
    return switch (verdict) {
      case Verdict.Winner winner -> texts.get("vote.said.better", name(matter, winner));
      case Verdict.Tie tie -> texts.get("vote.said.tie");
      case Verdict.AllBad bad -> texts.get("vote.said.bad");
    };
  }

  private static String name(Matter matter, Verdict.Winner winner) {
    return matter.candidates().stream()
        .filter(candidate -> candidate.reply().equals(winner.reply()))
        .map(Matter.Candidate::name)
        .findFirst()
        .orElse("");
  }

  private void onKey(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    int digit = digit(event.getCode());
    if (digit > 0) {
      model.prefer(digit - 1);
      event.consume();
    } else if (digit == 0) {
      model.cast(new Verdict.Tie());
      event.consume();
    } else if (event.getCode() == KeyCode.MINUS || event.getCode() == KeyCode.SUBTRACT) {
      model.cast(new Verdict.AllBad());
      event.consume();
    }
  }

  /** The digit of a key of the row or of the number pad, or -1. */
  private static int digit(KeyCode code) {
    boolean isDigit = code.isDigitKey() || code.isKeypadKey();
    String name = code.getName();
    char last = name.charAt(name.length() - 1);
    return isDigit && Character.isDigit(last) ? last - '0' : -1;
  }

  /** Gives the keyboard to the choices. */
  public void focusChoice() {
    if (reveal.isVisible()) {
      reveal.requestFocus();
    } else {
      choices.focusChoice();
    }
  }
}
