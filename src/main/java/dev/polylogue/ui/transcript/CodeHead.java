package dev.polylogue.ui.transcript;

import dev.polylogue.ui.kit.Texts;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/**
 * The upper line of a block of code: its language, whether its lines wrap, and a button that copies
 * it.
 *
 * @param ordinal which box of its passage, from 0
 * @param indent room that margins take away, in pixels
 */
record CodeHead(String language, int ordinal, int indent, BoxSource source) implements Widget {
  private static final int BOX = 26;

  @Override
  public Node node(Surroundings around) {
    Texts texts = around.texts();
    Label label = new Label(Hygiene.visible(language));
    label.getStyleClass().add("code-language");
    label.setMinWidth(0);
    label.setTooltip(new Tooltip(label.getText()));
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    ToggleButton unbroken = new ToggleButton(texts.get("transcript.unbroken"));
    unbroken.getStyleClass().addAll("flat", "box-button");
    unbroken.setAccessibleText(texts.get("transcript.unbrokenCode"));
    unbroken.setSelected(!source.isWrapped(ordinal));
    unbroken.setOnAction(event -> source.wrap(ordinal, !unbroken.isSelected()));
    CopyButton copy =
        new CopyButton(
            texts.get("transcript.copy"),
            texts.get("transcript.copyCode"),
            texts.get("transcript.copied"),
            around.actions(),
            () -> source.code(ordinal));
    unbroken.setMinWidth(Region.USE_PREF_SIZE);
    copy.setMinWidth(Region.USE_PREF_SIZE);
    HBox head = new HBox(label, space, unbroken, copy);
    head.getStyleClass().add("code-top");
    Widths.fill(head, around, indent + BOX);
    return head;
  }
}
