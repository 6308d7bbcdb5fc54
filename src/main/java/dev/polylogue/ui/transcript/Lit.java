package dev.polylogue.ui.transcript;

import dev.polylogue.ui.fx.LayoutPulse;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.IndexRange;
import javafx.scene.layout.Region;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.PathElement;
import javafx.scene.text.LayoutInfo;
import javafx.scene.text.TextFlow;
import javafx.scene.text.TextLineInfo;
import org.fxmisc.richtext.SelectionPath;

/**
 * Lights a selection as one whole. The area itself leaves some of the room between rows out and
 * lights some of it twice; here each row reaches to the next. Looks at the lines in view after each
 * layout. FX thread.
 */
final class Lit {
  private final TranscriptArea area;

  Lit(TranscriptArea area) {
    this.area = area;
    LayoutPulse.after(area, this::look);
  }

  private void look() {
    if (area.getSelection().getLength() == 0 || area.getVisibleParagraphs().isEmpty()) {
      return;
    }
    int start = area.getCaretSelectionBind().getStartParagraphIndex();
    int end = area.getCaretSelectionBind().getEndParagraphIndex();
    int last = Math.min(end, area.flow().getLastVisibleIndex());
    for (int line = Math.max(start, area.flow().getFirstVisibleIndex()); line <= last; line++) {
      boolean marked = line > start || !Selected.isCut(area, area.getSelection());
      boolean turned = area.getParagraph(line).getParagraphStyle().turned();
      Extent extent =
          Selected.isSilent(Selected.line(area.getParagraph(line)))
              ? Extent.NONE
              : new Extent(
                  area.getParagraphSelection(line), marked, line > start, line < end, turned);
      area.flow().getCellIfVisible(line).ifPresent(cell -> light(cell.getNode(), extent));
    }
  }

  /**
   * What is selected of a line or of a row of it.
   *
   * @param part from the first to the last selected character of the line
   * @param marked whether the marks before it are selected too
   * @param fromAbove whether the row above is selected too
   * @param goesOn whether the row below is selected too
   * @param turned whether it begins at the right
   */
  private record Extent(
      IndexRange part, boolean marked, boolean fromAbove, boolean goesOn, boolean turned) {
    static final Extent NONE = new Extent(new IndexRange(0, 0), false, false, false, false);

    Extent in(TextLineInfo row, boolean first, boolean last) {
      int start = Math.clamp(part.getStart(), row.start(), row.end());
      int end = Math.clamp(part.getEnd(), row.start(), row.end());
      return new Extent(
          new IndexRange(start, end),
          first && marked,
          first ? fromAbove : part.getStart() < row.start() && start < end,
          last ? goesOn : part.getEnd() >= row.end() && start < end,
          turned);
    }
  }

  private static void light(Node line, Extent extent) {
    if (line instanceof Region cell && cell.lookup(".paragraph-text") instanceof TextFlow words) {
      for (Node child : words.getChildrenUnmodifiable()) {
        if (child instanceof SelectionPath path) {
          show(path, shape(cell, words, extent));
        }
      }
    }
  }

  /** A path that is set has to be painted, for which there is another frame. */
  private static void show(SelectionPath path, List<PathElement> shape) {
    if (!path.getElements().toString().equals(shape.toString())) {
      path.getElements().setAll(shape);
    }
  }

  /** In the coordinates of the path, whose origin is that of the text. */
  private static List<PathElement> shape(Region cell, TextFlow words, Extent extent) {
    Insets insets = words.getInsets();
    LayoutInfo layout = words.getLayoutInfo();
    List<TextLineInfo> rows = layout.getTextLines(false);
    List<PathElement> shape = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      TextLineInfo row = rows.get(i);
      boolean last = i == rows.size() - 1;
      Extent lit = extent.in(row, i == 0, last);
      double top = i == 0 && lit.fromAbove ? edge(words, cell, 0) : row.bounds().getMinY();
      double bottom =
          !last
              ? rows.get(i + 1).bounds().getMinY()
              : lit.goesOn ? edge(words, cell, cell.getHeight()) : row.bounds().getMaxY();
      for (Reach reach : reaches(words, layout, lit)) {
        add(shape, reach, top - insets.getTop(), bottom - insets.getTop());
      }
    }
    return shape;
  }

  /**
   * The edge of a line, where it meets that of another, on a whole pixel. The ground of a line may
   * bleed into the pixel above it; so that one belongs to the lower line, which is painted later.
   */
  private static double edge(TextFlow words, Region cell, double y) {
    double origin = words.localToScene(0, 0).getY();
    return -words.snapSizeY(1 - cell.localToScene(0, y).getY()) - origin;
  }

  private record Reach(double left, double right) {}

  /**
   * Whole rows are lit from where the marks of the line begin, and to the edge of the box they
   * stand in if there is one.
   */
  private static List<Reach> reaches(TextFlow words, LayoutInfo layout, Extent lit) {
    double left = words.getInsets().getLeft();
    Reach whole = new Reach(-left - words.getLayoutX(), words.getWidth() - left);
    if (lit.fromAbove && lit.goesOn) {
      return List.of(whole);
    }
    List<Reach> reaches = new ArrayList<>();
    for (Rectangle2D box :
        layout.getSelectionGeometry(lit.part.getStart(), lit.part.getEnd(), false)) {
      reaches.add(new Reach(box.getMinX() - left, box.getMaxX() - left));
    }
    double from = reaches.stream().mapToDouble(Reach::left).min().orElse(0);
    double to = reaches.stream().mapToDouble(Reach::right).max().orElse(0);
    boolean head = (lit.fromAbove || lit.marked) && lit.part.getLength() > 0;
    boolean tail = lit.goesOn && !lit.fromAbove;
    if (lit.turned ? tail : head) {
      reaches.add(new Reach(whole.left, from));
    }
    if (lit.turned ? head : tail) {
      reaches.add(new Reach(to, whole.right));
    }
    return reaches;
  }

  private static void add(List<PathElement> shape, Reach reach, double top, double bottom) {
    shape.add(new MoveTo(reach.left, top));
    shape.add(new LineTo(reach.right, top));
    shape.add(new LineTo(reach.right, bottom));
    shape.add(new LineTo(reach.left, bottom));
    shape.add(new ClosePath());
  }
}
