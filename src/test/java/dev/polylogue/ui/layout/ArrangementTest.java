package dev.polylogue.ui.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.settings.Settings.Layout;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ArrangementTest {
  private static final double LEAST = Arrangement.LEAST_WIDTH;

  private static Arrangement of(Layout layout) {
    return new Arrangement(layout, Proportions.EVEN, 0);
  }

  private static List<Double> widths(Arrangement arrangement, int count, Box room) {
    double width = Math.max(room.width(), arrangement.leastWidth(count));
    return arrangement.plan(count, width, room.height()).places().stream().map(Box::width).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1200, '1'",
    "2, 1200, '2'",
    "3, 1000, '2 1'",
    "3, 1300, '3'",
    "4, 2000, '2 2'",
    "5, 1200, '3 2'",
    "6, 1200, '3 3'",
    "7, 2000, '4 3'",
    "8, 2000, '4 4'",
    "9, 2000, '3 3 3'",
    "10, 2000, '4 3 3'",
    "12, 2000, '4 4 4'",
    "12, 700, '2 2 2 2 2 2'",
    "2, 600, '1 1'",
    "6, 300, '1 1 1 1 1 1'"
  })
  void aGridHasRowsAndColumnsThatUseTheRoom(int count, double width, String rows) {
    List<Integer> wanted = List.of(rows.split(" ")).stream().map(Integer::valueOf).toList();
    assertThat(GridShape.of(count, width, LEAST).rows()).isEqualTo(wanted);
  }

  @ParameterizedTest
  @EnumSource(Layout.class)
  void everyPaneIsWideAndHighEnoughHoweverManyThereAre(Layout layout) {
    Arrangement arrangement = of(layout);
    for (int count = 1; count <= 12; count++) {
      double width = Math.max(984, arrangement.leastWidth(count));
      double height = Math.max(560, arrangement.leastHeight(count, width, 560));
      List<Box> shown =
          arrangement.plan(count, width, height).places().stream()
              .filter(box -> !box.isNowhere())
              .toList();
      assertThat(shown).hasSize(layout == Layout.FOCUS ? 1 : count);
      assertThat(shown)
          .allMatch(box -> box.width() >= LEAST && box.height() >= 240)
          .allMatch(box -> box.right() <= width && box.bottom() <= height);
      double covered = shown.stream().mapToDouble(box -> box.width() * box.height()).sum();
      assertThat(covered).as("%d panes leave no hole", count).isEqualTo(width * height);
    }
  }

  @ParameterizedTest
  @CsvSource({"8, 508, 2, 508", "8, 468, 1, 936", "12, 700, 2, 1050", "12, 750, 3, 750"})
  void rowsOfAGridAreNeverCutByTheEdgeOfTheWindow(
      int count, double seen, int whole, double height) {
    Arrangement grid = of(Layout.GRID);
    double least = Math.max(seen, grid.leastHeight(count, 1400, seen));
    assertThat(least).isEqualTo(height);
    assertThat(grid.plan(count, 1400, least).places().getFirst().height() * whole).isEqualTo(seen);
  }

  @Test
  void aDividerTakesFromOneNeighbourWhatItGivesTheOther() {
    Box room = new Box(0, 0, 1200, 600);
    Arrangement even = of(Layout.COLUMNS);
    Plan.Divider first = even.plan(3, 1200, 600).dividers().getFirst();
    Arrangement moved = new Arrangement(Layout.COLUMNS, even.resized(first, 50, room), 0);
    assertThat(widths(moved, 3, room)).containsExactly(450.0, 350.0, 400.0);
    Arrangement far = new Arrangement(Layout.COLUMNS, even.resized(first, 500, room), 0);
    assertThat(widths(far, 3, room)).containsExactly(800 - LEAST, LEAST, 400.0);
    Proportions back = moved.proportions().even(first.line());
    assertThat(back).isEqualTo(Proportions.EVEN);
  }

  @Test
  void aRowThatIsScrolledThroughGrowsAndShrinksAgain() {
    Box room = new Box(0, 0, 1000, 600);
    Arrangement even = of(Layout.COLUMNS);
    Arrangement wider = new Arrangement(Layout.COLUMNS, even.resized(6, 5, 100, 0, room), 0);
    assertThat(widths(wider, 6, room))
        .containsExactly(LEAST, LEAST, LEAST, LEAST, LEAST, LEAST + 100);
    Arrangement back = new Arrangement(Layout.COLUMNS, wider.resized(6, 5, -900, 0, room), 0);
    assertThat(widths(back, 6, room)).containsOnly(LEAST);
    assertThat(widths(wider, 6, new Box(0, 0, 2600, 600)).stream().mapToDouble(w -> w).sum())
        .isEqualTo(2600);
  }

  @Test
  void theLastOfARowTakesFromTheOneBeforeIt() {
    Box room = new Box(0, 0, 1000, 600);
    Proportions wider = of(Layout.COLUMNS).resized(2, 1, 60, 0, room);
    assertThat(widths(new Arrangement(Layout.COLUMNS, wider, 0), 2, room))
        .containsExactly(440.0, 560.0);
  }

  @Test
  void aGridCanBeMadeWiderAndTallerAndKeepsItsColumnsInLine() {
    Box room = new Box(0, 0, 1000, 600);
    Proportions changed = of(Layout.GRID).resized(4, 3, 40, 30, room);
    List<Box> places = new Arrangement(Layout.GRID, changed, 0).plan(4, 1000, 600).places();
    assertThat(places.get(3)).isEqualTo(new Box(460, 270, 540, 330));
    assertThat(places.get(1).x()).isEqualTo(460);
  }

  @Test
  void inFocusOnlyThePickedOneIsShownAndNothingCanBeMadeWider() {
    Arrangement third = new Arrangement(Layout.FOCUS, Proportions.EVEN, 2);
    assertThat(IntStream.range(0, 4).filter(third::shows)).containsExactly(2);
    assertThat(third.resized(4, 2, 50, 50, new Box(0, 0, 900, 500))).isEqualTo(Proportions.EVEN);
  }

  @ParameterizedTest
  @CsvSource({
    "10, 10, 0, 0",
    "300, 10, 1, 200",
    "390, 10, 2, 400",
    "10, 150, 2, 0",
    "310, 150, 4, 400",
    "310, 900, 4, 400"
  })
  void whatIsDraggedLandsInTheGapUnderThePointer(double x, double y, int gap, double edge) {
    List<Box> grid =
        List.of(
            new Box(0, 0, 200, 100),
            new Box(200, 0, 200, 100),
            new Box(0, 100, 200, 100),
            new Box(200, 100, 200, 100));
    Landing landing = Landing.under(grid, x, y);
    assertThat(landing.gap()).isEqualTo(gap);
    assertThat(landing.at().x()).isEqualTo(edge);
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 0", "0, 1, 0", "0, 2, 1", "0, 3, 2", "2, 0, 0", "2, 2, 2", "2, 3, 2"})
  void whatIsTakenFromItsPlaceEndsUpInTheGap(int from, int gap, int place) {
    assertThat(new Landing(gap, Box.NOWHERE).from(from)).isEqualTo(place);
  }
}
