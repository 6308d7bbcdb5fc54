package dev.polylogue.ui.chat;

import dev.polylogue.conversation.ModelRef;
import dev.polylogue.provider.ModelFacts.Retirement;
import dev.polylogue.ui.kit.RightToLeft;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** Says under a pane's header that its model is no longer offered, and offers its successor. */
final class RetirementNote extends HBox {
  private final PaneViewModel pane;
  private final ChatViewModel chat;
  private final ChatTools tools;
  private final Label words = new Label();
  private final Button instead = new Button();

  RetirementNote(PaneViewModel pane, ChatViewModel chat, ChatTools tools) {
    super(8);
    this.pane = pane;
    this.chat = chat;
    this.tools = tools;
    getStyleClass().add("retirement-note");
    setAlignment(Pos.CENTER_LEFT);
    RightToLeft.wrap(words);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    instead.getStyleClass().add("small");
    instead.setMnemonicParsing(false);
    instead.setMinWidth(USE_PREF_SIZE);
    instead.managedProperty().bind(instead.visibleProperty());
    managedProperty().bind(visibleProperty());
    getChildren().addAll(words, instead);
    pane.modelProperty().subscribe(ref -> look());
    // What a provider says of its models is known once it was asked.
    pane.busyProperty().subscribe(busy -> look());
  }

  private void look() {
    ModelRef ref = pane.model();
    Retirement end = tools.models().card(ref).facts().retirement();
    setVisible(end != null);
    if (end != null) {
      words.setText(end.note());
      offer(ref, end.successor());
    }
  }

  private void offer(ModelRef ref, @Nullable String successor) {
    instead.setVisible(successor != null);
    if (successor != null) {
      instead.setText(tools.texts().get("pane.successor", successor));
      instead.setOnAction(
          event ->
              chat.change(
                  pane, new ModelRef(ref.provider(), successor), pane.parametersProperty().get()));
    }
  }
}
