package dev.polylogue.ui.transcript;

import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.PathElement;
import javafx.scene.text.TextFlow;
import org.fxmisc.flowless.Cell;
import org.fxmisc.flowless.VirtualFlow;
import org.fxmisc.richtext.model.Paragraph;
import org.fxmisc.richtext.model.TwoDimensional.Bias;
import org.jspecify.annotations.Nullable;

/**
 * Tells which words lie at the upper edge of the area, and brings words there. Lines are those of
 * the area; parts of a line are characters, or thousandths of the height of one that is no text. FX
 * thread.
 */
final class Scroller {
  private static final double WHOLE = 1_000;

  private final TranscriptArea area;

  Scroller(TranscriptArea area) {
    this.area = area;
  }

  /** A point of the text. */
  record Point(int line, int part) {}

  /** Whether the area has been laid out, so that it can be asked and moved. */
  boolean isLaidOut() {
    return area.getWidth() > 0 && area.getHeight() > 0 && !area.getVisibleParagraphs().isEmpty();
  }

  /** The first words that can be seen. */
  Point top() {
    int line = flow().getFirstVisibleIndex();
    double above = above(line);
    if (!isText(line)) {
      double height = cell(line).getHeight();
      return new Point(line, height <= 0 ? 0 : (int) Math.round(above / height * WHOLE));
    }
    if (above < 1) {
      return new Point(line, 0);
    }
    TextFlow words = words(line);
    if (words == null) {
      return new Point(line, 0);
    }
    double within = above - y(words, cell(line));
    int at = within <= 0 ? 0 : words.getHitInfo(new Point2D(0, within)).getInsertionIndex();
    return new Point(line, Math.clamp(at, 0, area.getParagraphLength(line)));
  }

  /** How much of a line lies above the upper edge, from 0 to 1. */
  double share(int line) {
    double height = cell(line).getHeight();
    return height <= 0 ? 0 : Math.clamp(above(line) / height, 0, 1);
  }

  int firstLine() {
    return flow().getFirstVisibleIndex();
  }

  int lastLine() {
    return flow().getLastVisibleIndex();
  }

  /** Brings a point of the text to so many pixels below the upper edge, or as near as can be. */
  void show(Point point, double below) {
    int line = Math.clamp(point.line, 0, area.getParagraphs().size() - 1);
    double inside = 0;
    if (point.part > 0) {
      Region cell = cell(line);
      inside = isText(line) ? y(line, point.part) : cell.getHeight() * point.part / WHOLE;
    }
    flow().showAtOffset(line, below - inside);
    area.requestLayout();
  }

  /** Brings a line to the upper edge, of which such a share lies above it. */
  void show(int line, double share) {
    int shown = Math.clamp(line, 0, area.getParagraphs().size() - 1);
    double inside = share <= 0 ? 0 : cell(shown).getHeight() * share;
    flow().showAtOffset(shown, -inside);
    area.requestLayout();
  }

  void by(double pixels) {
    area.scrollYBy(pixels);
  }

  /** Whether a point of the text lies in the area as it is now. */
  boolean isInView(Point point) {
    int line = point.line;
    if (line < firstLine() || line > lastLine()) {
      return false;
    }
    double y = -above(line) + (isText(line) ? y(line, point.part) : 0);
    return y >= 0 && y + 16 <= area.getHeight();
  }

  /** The offset in the whole text of the first character that can be seen. */
  int offset() {
    Point top = top();
    return area.getContent().position(top.line, isText(top.line) ? top.part : 0).toOffset();
  }

  /** The line of an offset in the whole text. */
  int line(int offset) {
    return area.getContent().offsetToPosition(offset, Bias.Forward).getMajor();
  }

  private double above(int line) {
    return above(flow(), line);
  }

  private static <C extends Cell<?, ?>> double above(VirtualFlow<?, C> flow, int line) {
    return flow.getCellIfVisible(line)
        .map(cell -> -flow.cellToViewport(cell, 0, 0).getY())
        .orElse(0.0);
  }

  private boolean isText(int line) {
    Paragraph<LineStyle, Segment, TextStyle> paragraph = area.getParagraph(line);
    return paragraph.length() > 1
        || paragraph.length() == 1
            && paragraph.getStyledSegments().getFirst().getSegment() instanceof Segment.Words;
  }

  /** How far below the upper end of its cell a character lies. */
  private double y(int line, int column) {
    TextFlow words = words(line);
    int length = area.getParagraphLength(line);
    if (words == null || length == 0) {
      return 0;
    }
    int at = Math.clamp(column, 0, length - 1);
    return y(words, cell(line)) + top(words.getRangeShape(at, at + 1, false));
  }

  private static double top(PathElement[] shape) {
    double top = Double.MAX_VALUE;
    for (PathElement element : shape) {
      top =
          switch (element) {
            case MoveTo move -> Math.min(top, move.getY());
            case LineTo line -> Math.min(top, line.getY());
            default -> top;
          };
    }
    return top == Double.MAX_VALUE ? 0 : top;
  }

  private static double y(Node inside, Node cell) {
    double y = 0;
    for (Node step = inside; step != null && !step.equals(cell); step = step.getParent()) {
      y += step.getBoundsInParent().getMinY() - step.getBoundsInLocal().getMinY();
    }
    return y;
  }

  /** The words of a line that are text, laid out; null for none. */
  @Nullable TextFlow words(int line) {
    return cell(line).lookup(".paragraph-text") instanceof TextFlow words ? words : null;
  }

  /** The node of a line, in its size and laid out, whether it can be seen or not. */
  private Region cell(int line) {
    Region node = (Region) flow().getCell(line).getNode();
    node.layout();
    return node;
  }

  private VirtualFlow<?, ? extends Cell<?, ?>> flow() {
    return area.flow();
  }
}
