package dev.polylogue.ui.transcript;

import dev.polylogue.conversation.ReplyState;
import dev.polylogue.conversation.Timing;
import dev.polylogue.ui.kit.Texts;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableStringValue;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The foot of a reply: its time, its figures, its state, and what can be done with it.
 *
 * @param state how it ended; the same for all that is live, where the model says more
 * @param whole whether the model said all that it had to say
 * @param hasWords whether there is or may come an answer to copy
 */
record FooterWidget(
    ReplyState state, boolean whole, FooterModel model, boolean hasWords, Words words)
    implements Widget {

  /** In a lower pane the figures stand in one line with the rest, so that text is seen. */
  private static final double LOW = 280;

  /** One foot lasts as long as a reply is live: making another takes longer than a frame. */
  static FooterWidget of(ReplyState state, boolean whole, FooterModel model, Words words) {
    return state.isLive()
        ? new FooterWidget(ReplyState.STREAMING, false, model, true, words)
        : new FooterWidget(state, whole, model, model.hasWords.get(), words);
  }

  /** The answer, as it was written and as it is shown; asked when it is copied. */
  record Words(Supplier<String> markdown, Supplier<String> plain) {}

  @Override
  public Node node(Surroundings around) {
    VBox foot = new VBox(bar());
    BooleanBinding low = Bindings.lessThan(around.height(), LOW);
    foot.getChildren()
        .addAll(
            figures(model.speed, low), tokens(low), figures(model.remarks, low), last(around, low));
    foot.getStyleClass().add("reply-foot");
    Widths.fill(foot, around, 0);
    return foot;
  }

  private Node bar() {
    TimelineBar bar = new TimelineBar();
    ChangeListener<Timing> follow = (property, before, now) -> bar.show(now);
    bar.setUserData(follow);
    model.timing.addListener(new WeakChangeListener<>(follow));
    bar.show(model.timing.get());
    return bar;
  }

  private static Label figures(ObservableStringValue text, BooleanBinding low) {
    Label label = new Label();
    label.getStyleClass().add("figures");
    label.setWrapText(true);
    label.textProperty().bind(text);
    label.visibleProperty().bind(label.textProperty().isNotEmpty().and(low.not()));
    label.managedProperty().bind(label.visibleProperty());
    return label;
  }

  /** All figures beside the state, as far as there is room, where lines are scarce. */
  private Label brief(BooleanBinding low) {
    StringBinding all =
        Bindings.createStringBinding(
            () -> Figures.joined(model.speed.get(), model.tokens.get(), model.remarks.get()),
            model.speed,
            model.tokens,
            model.remarks);
    Label label = new Label();
    label.getStyleClass().add("figures");
    label.setMinWidth(0);
    label.setMaxWidth(Double.MAX_VALUE);
    label.textProperty().bind(Bindings.when(low).then(all).otherwise(""));
    Tooltip whole = new Tooltip();
    whole.textProperty().bind(all);
    label.setTooltip(whole);
    HBox.setHgrow(label, Priority.ALWAYS);
    return label;
  }

  /** The tooltip holds the whole account; the inspector shows it to the keyboard. */
  private Label tokens(BooleanBinding low) {
    Label label = figures(model.tokens, low);
    Tooltip account = new Tooltip();
    account.textProperty().bind(model.account);
    label.setTooltip(account);
    label.accessibleHelpProperty().bind(model.account);
    return label;
  }

  private Node last(Surroundings around, BooleanBinding low) {
    Texts texts = around.texts();
    Label word = new Label(texts.get("transcript.state." + state.word()));
    if (state.isLive()) {
      word.textProperty().bind(model.phase);
    }
    word.getStyleClass().addAll("reply-state", tone());
    word.setMinWidth(Region.USE_PREF_SIZE);
    HBox row = new HBox(word, brief(low));
    row.getStyleClass().add("reply-actions");
    if (state.isLive()) {
      row.getChildren()
          .add(button(texts.get("transcript.stop"), Feather.SQUARE, around.actions()::stop));
    } else {
      row.getChildren()
          .addAll(
              button(
                  texts.get("transcript.inspect"),
                  Feather.INFO,
                  () -> around.actions().inspect(model.turn)),
              button(
                  texts.get(
                      state == ReplyState.COMPLETE ? "transcript.regenerate" : "transcript.retry"),
                  Feather.ROTATE_CW,
                  () -> around.actions().retry(model.turn)));
      if (hasWords) {
        row.getChildren()
            .add(
                button(
                    texts.get("transcript.copyReply"),
                    Feather.COPY,
                    () -> around.actions().copy(words.markdown().get())));
      }
    }
    addMore(row, around);
    return row;
  }

  private void addMore(HBox row, Surroundings around) {
    MenuButton more = new MenuButton(null, new FontIcon(Feather.MORE_HORIZONTAL));
    more.getStyleClass().addAll("flat", "button-icon", "no-arrow", "reply-button");
    more.setAccessibleText(around.texts().get("transcript.more"));
    more.setTooltip(new Tooltip(around.texts().get("transcript.more")));
    if (hasWords) {
      more.getItems()
          .addAll(
              copying("transcript.copyReply.plain", words.plain(), around),
              copying("transcript.copyReply.markdown", words.markdown(), around));
    }
    for (TurnAction action : around.actions().turnActions()) {
      if (!action.offered().test(state)) {
        continue;
      }
      Runnable run = () -> action.action().accept(model.turn);
      switch (action.place()) {
        case PROMPT -> {}
        case FOOT -> row.getChildren().add(button(action.name(), action.icon(), run));
        case MENU -> {
          MenuItem item = new MenuItem(action.name(), new FontIcon(action.icon()));
          item.setMnemonicParsing(false);
          item.setOnAction(event -> run.run());
          more.getItems().add(item);
        }
      }
    }
    if (!more.getItems().isEmpty()) {
      row.getChildren().add(more);
    }
  }

  private MenuItem copying(String key, Supplier<String> words, Surroundings around) {
    MenuItem item = new MenuItem(around.texts().get(key), new FontIcon(Feather.COPY));
    item.disableProperty().bind(model.hasWords.not());
    item.setOnAction(event -> around.actions().copy(words.get()));
    return item;
  }

  private String tone() {
    return switch (state) {
      case QUEUED, CONNECTING, WAITING, STREAMING -> "live";
      case COMPLETE -> whole ? "good" : "cut";
      case STOPPED, INTERRUPTED, TRUNCATED -> "cut";
      case FAILED -> "bad";
    };
  }

  private static Button button(String name, Ikon icon, Runnable action) {
    Button button = new Button(null, new FontIcon(icon));
    button.getStyleClass().addAll("flat", "button-icon", "reply-button");
    button.setTooltip(new Tooltip(name));
    button.setAccessibleText(name);
    button.setOnAction(event -> action.run());
    return button;
  }
}
