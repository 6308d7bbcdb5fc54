package dev.polylogue.ui.transcript;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.VLineTo;
import javafx.scene.text.TextFlow;
import javafx.scene.text.TextLineInfo;
import org.jspecify.annotations.Nullable;

/**
 * Marks the rows on which a line of code goes on that does not fit on one, so that they are not
 * taken for lines. Stands beside the line and takes no room: the marks lie in the room that the box
 * leaves before the code. FX thread.
 */
final class Hooks extends Pane {
  private static final double LEFT = 3.5;
  private static final double WIDTH = 5;
  private static final double HALF_HEAD = 2;

  private @Nullable Path marks;

  Hooks() {
    setMinWidth(0);
    setPrefWidth(0);
    setMaxWidth(0);
    setMouseTransparent(true);
  }

  @Override
  protected void layoutChildren() {
    List<PathElement> shape = new ArrayList<>();
    TextFlow words = words();
    if (words != null) {
      List<TextLineInfo> rows = words.getLayoutInfo().getTextLines(false);
      for (TextLineInfo row : rows.subList(1, Math.max(1, rows.size()))) {
        double middle = (row.bounds().getMinY() + row.bounds().getMaxY()) / 2 + WIDTH / 2;
        hook(shape, Math.floor(middle) + 0.5);
      }
    }
    if (!shape.isEmpty() || marks != null) {
      marks = marks == null ? newMarks() : marks;
      marks.getElements().setAll(shape);
    }
  }

  /** Few lines of code need them. */
  private Path newMarks() {
    Path made = new Path();
    made.getStyleClass().add("code-hooks");
    made.setManaged(false);
    getChildren().add(made);
    return made;
  }

  private static void hook(List<PathElement> shape, double y) {
    double tip = LEFT + WIDTH;
    shape.add(new MoveTo(LEFT, y - WIDTH));
    shape.add(new VLineTo(y));
    shape.add(new HLineTo(tip));
    shape.add(new MoveTo(tip - HALF_HEAD, y - HALF_HEAD));
    shape.add(new LineTo(tip, y));
    shape.add(new LineTo(tip - HALF_HEAD, y + HALF_HEAD));
  }

  private @Nullable TextFlow words() {
    for (Parent parent = getParent(); parent != null; parent = parent.getParent()) {
      for (Node sibling : parent.getChildrenUnmodifiable()) {
        if (sibling instanceof TextFlow flow) {
          return flow;
        }
      }
    }
    return null;
  }
}
