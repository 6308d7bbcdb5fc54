package dev.polylogue.ui.transcript;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.fxmisc.richtext.model.Paragraph;
import org.jspecify.annotations.Nullable;

/**
 * A widget among the words of a line, as it is on screen. FX thread.
 *
 * @param column of the line, where it stands
 */
record Inner(Node node, Widget widget, int column) {
  private static final String OBJECT = "\uFFFC";

  /** Those of a line, in order. */
  static List<Inner> of(TextFlow words, Paragraph<LineStyle, Segment, TextStyle> line) {
    List<Node> nodes =
        words.getChildren().stream()
            .filter(child -> child.isManaged() && !(child instanceof Text))
            .toList();
    List<Inner> all = new ArrayList<>();
    int column = 0;
    for (var styled : line.getStyledSegments()) {
      Segment segment = styled.getSegment();
      if (segment instanceof Segment.Placed placed && all.size() < nodes.size()) {
        all.add(new Inner(nodes.get(all.size()), placed.widget(), column));
      }
      column += TranscriptArea.RULES.length(segment);
    }
    return all;
  }

  boolean isAt(@Nullable Hit hit) {
    return hit != null && hit.inner() >= 0 && hit.column() == column;
  }

  /** The words in it, in the order in which they are searched. */
  List<TextFlow> flows() {
    return flows(node, new ArrayList<>());
  }

  private static List<TextFlow> flows(Node node, List<TextFlow> found) {
    if (node instanceof TextFlow flow) {
      found.add(flow);
    } else if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> flows(child, found));
    }
    return found;
  }

  /** The characters of a flow, one for each node that is no text. */
  static String text(TextFlow flow) {
    StringBuilder text = new StringBuilder();
    for (Node child : flow.getChildren()) {
      if (child.isManaged()) {
        text.append(child instanceof Text words ? words.getText() : OBJECT);
      }
    }
    return text.toString();
  }

  /** Moves what is wider than the pane until the words of a hit in it can be seen. */
  void bring(Hit hit, Needle needle) {
    int before = 0;
    for (TextFlow flow : flows()) {
      var found = needle.in(text(flow));
      while (found.find()) {
        if (before++ == hit.inner()) {
          Bounds words =
              new Path(flow.getRangeShape(found.start(), found.end(), false)).getLayoutBounds();
          Sideways.bring(flow, words);
          return;
        }
      }
    }
  }
}
