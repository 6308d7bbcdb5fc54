package dev.polylogue.ui.layout;

import dev.polylogue.settings.Settings.Layout;
import dev.polylogue.ui.layout.Proportions.Axis;
import dev.polylogue.ui.layout.Proportions.Line;
import java.util.ArrayList;
import java.util.List;

/**
 * How things stand in their room.
 *
 * @param picked which one is in front where only one is
 */
public record Arrangement(Layout layout, Proportions proportions, int picked) {
  /** What a pane needs to be read. */
  public static final double LEAST_WIDTH = 320;

  public static final double LEAST_HEIGHT = 240;

  /** Whether the one of that number is on screen. */
  public boolean shows(int place) {
    return layout != Layout.FOCUS || place == picked;
  }

  /** The least width for so many. */
  public double leastWidth(int count) {
    return layout == Layout.COLUMNS && count > 0
        ? columns(count).total(0, LEAST_WIDTH)
        : LEAST_WIDTH;
  }

  /**
   * The least height for so many in a room of that width. Rows that do not all fit are as high as
   * shows a whole number of them, so that none is cut.
   *
   * @param seen how much of the height can be seen at once
   */
  public double leastHeight(int count, double width, double seen) {
    if (layout != Layout.GRID || count == 0) {
      return LEAST_HEIGHT;
    }
    int rows = GridShape.of(count, width, LEAST_WIDTH).rows().size();
    int whole = Math.max(1, (int) (seen / LEAST_HEIGHT));
    double row = rows <= whole ? LEAST_HEIGHT : Math.max(LEAST_HEIGHT, seen / whole);
    return proportions.of(new Line(Axis.GRID_ROWS, rows)).total(0, row);
  }

  /** Where each of so many stands in a room that has at least the least width and height. */
  public Plan plan(int count, double width, double height) {
    if (count == 0) {
      return new Plan(List.of(), List.of());
    }
    return switch (layout) {
      case COLUMNS -> row(new Line(Axis.COLUMNS, count), new Box(0, 0, width, height));
      case GRID -> grid(count, width, height);
      case FOCUS -> inFront(count, width, height);
    };
  }

  private Shares columns(int count) {
    return proportions.of(new Line(Axis.COLUMNS, count));
  }

  private Plan row(Line line, Box room) {
    List<Box> places = new ArrayList<>();
    List<Plan.Divider> dividers = new ArrayList<>();
    double x = room.x();
    List<Double> widths = proportions.of(line).sizes(room.width(), LEAST_WIDTH);
    for (int i = 0; i < widths.size(); i++) {
      Box place = new Box(x, room.y(), widths.get(i), room.height());
      places.add(place);
      x = place.right();
      if (i < widths.size() - 1) {
        dividers.add(new Plan.Divider(line, i, new Box(x, room.y(), 0, room.height())));
      }
    }
    return new Plan(places, dividers);
  }

  private Plan grid(int count, double width, double height) {
    List<Integer> rows = GridShape.of(count, width, LEAST_WIDTH).rows();
    Line line = new Line(Axis.GRID_ROWS, rows.size());
    List<Double> heights = proportions.of(line).sizes(height, LEAST_HEIGHT);
    List<Box> places = new ArrayList<>();
    List<Plan.Divider> dividers = new ArrayList<>();
    double y = 0;
    for (int i = 0; i < rows.size(); i++) {
      Box room = new Box(0, y, width, heights.get(i));
      Plan row = row(new Line(Axis.GRID_COLUMNS, rows.get(i)), room);
      places.addAll(row.places());
      dividers.addAll(row.dividers());
      y = room.bottom();
      if (i < rows.size() - 1) {
        dividers.add(new Plan.Divider(line, i, new Box(0, y, width, 0)));
      }
    }
    return new Plan(places, dividers);
  }

  private Plan inFront(int count, double width, double height) {
    List<Box> places = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      places.add(shows(i) ? new Box(0, 0, width, height) : Box.NOWHERE);
    }
    return new Plan(places, List.of());
  }

  /**
   * One of so many wider or narrower, and taller or shorter, as far as the layout lets it be.
   *
   * @param room what can be seen at once
   */
  public Proportions resized(int count, int place, double wider, double taller, Box room) {
    return switch (layout) {
      case COLUMNS ->
          resized(proportions, new Line(Axis.COLUMNS, count), place, wider, room.width());
      case GRID -> {
        List<Integer> rows = GridShape.of(count, room.width(), LEAST_WIDTH).rows();
        int row = 0;
        int column = place;
        while (column >= rows.get(row)) {
          column -= rows.get(row++);
        }
        Line across = new Line(Axis.GRID_COLUMNS, rows.get(row));
        Proportions widened = resized(proportions, across, column, wider, room.width());
        yield resized(widened, new Line(Axis.GRID_ROWS, rows.size()), row, taller, room.height());
      }
      case FOCUS -> proportions;
    };
  }

  /** The same for the part before a divider. */
  public Proportions resized(Plan.Divider divider, double by, Box room) {
    double length = divider.isUpright() ? room.width() : room.height();
    return resized(proportions, divider.line(), divider.part(), by, length);
  }

  private static Proportions resized(
      Proportions proportions, Line line, int part, double by, double room) {
    if (by == 0) {
      return proportions;
    }
    double least = line.axis() == Axis.GRID_ROWS ? LEAST_HEIGHT : LEAST_WIDTH;
    return proportions.with(line, proportions.of(line).resized(part, by, room, least));
  }
}
