package dev.polylogue.ui.transcript;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/**
 * Lines of code that do not wrap, in a box that scrolls sideways.
 *
 * @param columns characters of the longest line of the whole block, so that its parts are equally
 *     wide; 0 where it has one part only
 * @param last whether these are the lowest lines of the block
 * @param indent room that margins take away, in pixels
 */
record CodeLines(List<Line> lines, int columns, boolean last, int indent, Sideways.Place place)
    implements Widget {
  private static final int BOX = 26;
  private static final int SAMPLE = 20;

  @Override
  public Node node(Surroundings around) {
    TextFlow words = new TextFlow();
    words.getStyleClass().add("unwrapped");
    for (int i = 0; i < lines.size(); i++) {
      for (Line.Run run : lines.get(i).breakable()) {
        words.getChildren().add(WordsNode.of(run.segment(), run.style(), around));
      }
      if (i < lines.size() - 1) {
        words.getChildren().add(WordsNode.of(new Segment.Words("\n"), TextStyle.PLAIN, around));
      }
    }
    Text widest = new Text("0".repeat(SAMPLE));
    widest.getStyleClass().add("words");
    widest.setManaged(false);
    widest.setVisible(false);
    words.getChildren().add(widest);
    widest
        .layoutBoundsProperty()
        .subscribe(bounds -> words.setMinWidth(Math.ceil(bounds.getWidth() * columns / SAMPLE)));
    Sideways box = new Sideways(words, place, last, around.texts().get("transcript.code.sideways"));
    Widths.fill(box, around, indent + BOX);
    return box;
  }

  @Override
  public String plainText() {
    return Boxes.code(lines);
  }
}
