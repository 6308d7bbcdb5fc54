package dev.polylogue.ui.transcript;

import dev.polylogue.ui.fx.LayoutPulse;
import dev.polylogue.ui.transcript.Landmarks.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.layout.Pane;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/**
 * Marks the words that a reader looks for, wherever they can be seen: looks through the lines in
 * view after each layout, so that it costs the same in a long transcript. FX thread.
 */
final class Highlights extends Pane {
  private final TranscriptArea area;
  private final Scroller scroller;
  private final Landmarks landmarks;
  private List<Box> shown = List.of();
  private @Nullable Needle sought;
  private @Nullable Pattern wanted;
  private @Nullable Hit current;

  Highlights(TranscriptArea area, Scroller scroller, Landmarks landmarks) {
    this.area = area;
    this.scroller = scroller;
    this.landmarks = landmarks;
    setMouseTransparent(true);
    setManaged(false);
    getStyleClass().add("highlights");
    Rectangle seen = new Rectangle();
    seen.widthProperty().bind(area.widthProperty());
    seen.heightProperty().bind(area.heightProperty());
    setClip(seen);
    LayoutPulse.after(this, this::look);
  }

  /** Where words that were found stand in this pane. */
  private record Box(double x, double y, double width, double height, boolean current) {}

  void mark(@Nullable Needle needle) {
    sought = needle;
    wanted = needle == null ? null : needle.pattern();
    javafx.application.Platform.requestNextPulse();
  }

  void current(@Nullable Hit hit) {
    current = hit;
    javafx.application.Platform.requestNextPulse();
  }

  /** Moves what holds a hit and is wider than the pane until the hit can be seen. */
  void bring(Hit hit, int line) {
    Needle needle = sought;
    TextFlow words = scroller.words(line);
    if (needle != null && words != null && hit.inner() >= 0) {
      Inner.of(words, area.getParagraph(line)).stream()
          .filter(inner -> inner.isAt(hit))
          .forEach(inner -> inner.bring(hit, needle));
    }
  }

  /** How many places are marked at the moment. */
  int count() {
    return shown.size();
  }

  private void look() {
    Pattern pattern = wanted;
    if (pattern == null && shown.isEmpty()) {
      return;
    }
    List<Box> boxes = new ArrayList<>();
    if (pattern != null && scroller.isLaidOut()) {
      int first = scroller.firstLine();
      int last = scroller.lastLine();
      for (Stretch stretch : landmarks.stretches(first, last)) {
        if (isSearched(stretch)) {
          int from = Math.max(first, stretch.start());
          int to = Math.min(last, stretch.start() + stretch.section().size() - 1);
          for (int line = from; line <= to; line++) {
            line(line, pattern, boxes);
          }
        }
      }
    }
    if (!boxes.equals(shown)) {
      shown = boxes;
      getChildren().setAll(boxes.stream().flatMap(Highlights::rectangles).toList());
    }
  }

  private static boolean isSearched(Stretch stretch) {
    TurnView turn = stretch.turn();
    return stretch.section() == turn.prompt()
        || turn.reply().passages().stream()
            .anyMatch(slot -> slot.sections().getLast() == stretch.section());
  }

  private void line(int line, Pattern pattern, List<Box> boxes) {
    Hit wantedHit = current;
    Hit hit = wantedHit != null && landmarks.line(wantedHit) == line ? wantedHit : null;
    area.flow()
        .getCellIfVisible(line)
        .ifPresent(
            cell -> {
              if (cell.getNode().lookup(".paragraph-text") instanceof TextFlow words) {
                words(words, pattern, hit, boxes);
                for (Inner inner : Inner.of(words, area.getParagraph(line))) {
                  widget(inner, pattern, inner.isAt(hit) ? hit : null, boxes);
                }
              }
            });
  }

  private void words(TextFlow flow, Pattern pattern, @Nullable Hit hit, List<Box> boxes) {
    Matcher found = pattern.matcher(Inner.text(flow));
    while (found.find()) {
      boolean here = hit != null && hit.inner() < 0 && hit.column() == found.start();
      boxes(flow, found.start(), found.end(), here, boxes);
    }
  }

  /** Where a widget shows its words in some other way than as text, the whole of it is marked. */
  private void widget(Inner inner, Pattern pattern, @Nullable Hit hit, List<Box> boxes) {
    if (!pattern.matcher(inner.widget().plainText()).find()) {
      return;
    }
    int ordinal = 0;
    for (TextFlow flow : inner.flows()) {
      Matcher found = pattern.matcher(Inner.text(flow));
      while (found.find()) {
        boxes(flow, found.start(), found.end(), hit != null && hit.inner() == ordinal, boxes);
        ordinal++;
      }
    }
    if (ordinal == 0) {
      Bounds all = sceneToLocal(inner.node().localToScene(inner.node().getLayoutBounds()));
      boxes.add(
          new Box(all.getMinX(), all.getMinY(), all.getWidth(), all.getHeight(), hit != null));
    }
  }

  /** One box for each row that the words stand in. */
  private void boxes(TextFlow flow, int from, int to, boolean here, List<Box> boxes) {
    List<Point2D> corners = new ArrayList<>();
    for (PathElement element : flow.getRangeShape(from, to, false)) {
      switch (element) {
        case MoveTo move -> {
          box(flow, corners, here, boxes);
          corners.add(new Point2D(move.getX(), move.getY()));
        }
        case LineTo line -> corners.add(new Point2D(line.getX(), line.getY()));
        default -> {}
      }
    }
    box(flow, corners, here, boxes);
  }

  private void box(TextFlow flow, List<Point2D> corners, boolean here, List<Box> boxes) {
    if (corners.size() > 1) {
      double left = corners.stream().mapToDouble(Point2D::getX).min().orElse(0);
      double top = corners.stream().mapToDouble(Point2D::getY).min().orElse(0);
      double right = corners.stream().mapToDouble(Point2D::getX).max().orElse(0);
      double bottom = corners.stream().mapToDouble(Point2D::getY).max().orElse(0);
      Point2D start = sceneToLocal(flow.localToScene(left, top));
      boxes.add(new Box(start.getX(), start.getY(), right - left, bottom - top, here));
    }
    corners.clear();
  }

  /** Words are to be read through a mark; so the current one has an edge, and is no darker. */
  private static Stream<Rectangle> rectangles(Box box) {
    return box.current
        ? Stream.of(rectangle(box, "found-here"), rectangle(box, "found-edge"))
        : Stream.of(rectangle(box, "found"));
  }

  private static Rectangle rectangle(Box box, String style) {
    Rectangle rectangle = new Rectangle(box.x - 1, box.y, box.width + 2, box.height);
    rectangle.getStyleClass().add(style);
    rectangle.setArcWidth(4);
    rectangle.setArcHeight(4);
    return rectangle;
  }
}
