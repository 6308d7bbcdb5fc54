package dev.polylogue.ui.transcript;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

/** Says that a line goes on where it was cut for its length, so that it isn't taken for another. */
record GoesOn() implements Widget {
  @Override
  public Node node(Surroundings around) {
    String why = around.texts().get("transcript.goesOn");
    Label mark = new Label("\u21AA");
    mark.getStyleClass().add("goes-on");
    mark.setAccessibleText(why);
    mark.setTooltip(new Tooltip(why));
    return mark;
  }
}
