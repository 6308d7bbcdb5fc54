package dev.polylogue.ui.transcript;

import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What can be done with a message, beside its head; the same however far the reply to it is. */
record PromptTools(UUID turn) implements Widget {

  @Override
  public Node node(Surroundings around) {
    HBox tools = new HBox();
    tools.getStyleClass().add("prompt-tools");
    for (TurnAction action : around.actions().turnActions()) {
      if (action.place() == TurnAction.Place.PROMPT) {
        Button button = new Button(null, new FontIcon(action.icon()));
        button.getStyleClass().addAll("flat", "button-icon", "line-button");
        button.setTooltip(new Tooltip(action.name()));
        button.setAccessibleText(action.name());
        button.setOnAction(event -> action.action().accept(turn));
        tools.getChildren().add(button);
      }
    }
    return tools;
  }
}
