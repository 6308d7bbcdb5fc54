package dev.polylogue.ui.transcript;

import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.fxmisc.richtext.TextExt;

/** Makes the node of a segment. */
final class WordsNode {
  private WordsNode() {}

  static Node of(Segment segment, TextStyle style, Widget.Surroundings around) {
    return switch (segment) {
      case Segment.Words words -> words(words.text(), style, around);
      case Segment.Placed placed -> placed.widget().node(around);
    };
  }

  private static Node words(String text, TextStyle style, Widget.Surroundings around) {
    TextExt node = new TextExt(text);
    node.getStyleClass().add("words");
    node.getStyleClass().addAll(style.classes());
    String address = style.address();
    if (address != null && !address.isEmpty()) {
      link(node, address, around);
    }
    return node;
  }

  /** The tooltip shows where a link really leads; the receiver decides whether it opens (T03). */
  private static void link(TextExt node, String address, Widget.Surroundings around) {
    String shown = Hygiene.visible(address);
    node.setOnMouseEntered(
        event -> {
          Tooltip.install(node, new Tooltip(shown));
          node.setOnMouseEntered(null);
        });
    node.setAccessibleRole(AccessibleRole.HYPERLINK);
    node.setAccessibleText(node.getText());
    node.setAccessibleHelp(shown);
    node.setFocusTraversable(true);
    node.addEventHandler(
        MouseEvent.MOUSE_CLICKED,
        event -> {
          if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
            around.actions().openLink(address);
          }
        });
    node.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            around.actions().openLink(address);
            event.consume();
          }
        });
  }
}
