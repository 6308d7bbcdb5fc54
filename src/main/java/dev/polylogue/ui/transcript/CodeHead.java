package dev.polylogue.ui.transcript;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/**
 * The upper line of a block of code: its language, and a button that copies it.
 *
 * @param ordinal which block of code of its passage, from 0
 * @param indent room that margins take away, in pixels
 */
record CodeHead(String language, int ordinal, int indent, Source source) implements Widget {
  private static final int BOX = 26;

  /** Where the code of a block stands; asked on the FX thread when it is copied. */
  interface Source {
    String code(int ordinal);
  }

  @Override
  public Node node(Surroundings around) {
    Label label = new Label(Hygiene.visible(language));
    label.getStyleClass().add("code-language");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Button copy = new Button(around.texts().get("transcript.copy"));
    copy.getStyleClass().addAll("flat", "code-copy");
    copy.setAccessibleText(around.texts().get("transcript.copyCode"));
    copy.setOnAction(event -> around.actions().copy(source.code(ordinal)));
    HBox head = new HBox(label, space, copy);
    head.getStyleClass().add("code-top");
    Widths.fill(head, around, indent + BOX);
    return head;
  }
}
