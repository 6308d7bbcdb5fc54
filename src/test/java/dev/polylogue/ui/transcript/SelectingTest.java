package dev.polylogue.ui.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import dev.polylogue.ui.FxThread;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javafx.beans.InvalidationListener;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.image.PixelReader;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.fxmisc.richtext.SelectionPath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a reader selects is lit as one whole. */
class SelectingTest {
  private static final String ANSWER =
      """
      One paragraph with more words than fit on one row of the pane, so that it goes on and on.

      ## A heading

      - an item with more words than fit on one row of the pane, so it goes on
      - two

      Another paragraph, which is the last one and long enough as well to have rows.""";

  private Stand stand;

  @BeforeEach
  void open() {
    stand = Stand.open(420, 360, new PrimerLight());
    stand.show(Samples.turn(1, "Ask me", Samples.complete(ANSWER)));
  }

  @AfterEach
  void close() {
    stand.close();
  }

  private void select(String from, String to) {
    FxThread.run(
        () -> {
          String all = stand.area().getText();
          stand.area().selectRange(all.indexOf(from), all.indexOf(to));
        });
    stand.settle();
  }

  private List<Bounds> lit() {
    return stand.nodes(SelectionPath.class, path -> !path.getElements().isEmpty()).stream()
        .map(path -> FxThread.call(() -> path.localToScene(path.getBoundsInLocal())))
        .toList();
  }

  /** How far pixels near the right end from one height to another differ, of 255. */
  private int unevenness(double top, double bottom) {
    int x = (int) lit().getFirst().getMaxX() - 8;
    return FxThread.call(
        () -> {
          PixelReader pixels = stand.view.getScene().snapshot(null).getPixelReader();
          int most = 0;
          for (int shift = 0; shift < 24; shift += 8) {
            int channel = shift;
            IntSummaryStatistics values =
                IntStream.range((int) top + 2, (int) bottom - 1)
                    .map(y -> pixels.getArgb(x, y) >> channel & 0xFF)
                    .summaryStatistics();
            most = Math.max(most, values.getMax() - values.getMin());
          }
          return most;
        });
  }

  @Test
  void thereAreNoStripesBetweenTheLines() {
    select("paragraph with", "last one");
    List<Bounds> lit = lit();
    assertThat(lit).as("lines with something lit").hasSize(5);
    assertThat(unevenness(lit.getFirst().getMinY(), lit.getLast().getMinY())).isLessThan(3);
  }

  @Test
  void thereAreNoStripesBetweenTheLinesOfCode() {
    String code = "```java\nint one;\n\nint two;\n\n```\n\nAnother\n\n";
    stand.show(Samples.turn(2, "Ask me", Samples.complete(code + ANSWER)));
    select("int one", "Another");
    FxTop.scrollToTop(stand);
    for (int pixels = 0; pixels < 12; pixels++) {
      List<Bounds> lit = lit();
      assertThat(lit).hasSize(4);
      assertThat(unevenness(lit.getFirst().getMinY(), lit.getLast().getMaxY()))
          .as("scrolled by %s", pixels)
          .isLessThan(3);
      FxTop.wheel(stand, -1.3);
    }
  }

  @Test
  void wordsWithinALineAreLitAndNothingElse() {
    select("two", "Another");
    double whole = lit().getFirst().getWidth();
    select("heading", "ading");
    assertThat(lit())
        .singleElement()
        .satisfies(word -> assertThat(word.getWidth()).isLessThan(whole / 4));
    select("on and on", " and on.");
    assertThat(lit())
        .singleElement()
        .satisfies(word -> assertThat(word.getHeight()).isLessThan(24));
  }

  private boolean isLit(String mark) {
    Bounds at =
        stand.nodes(Text.class, words -> words.getText().equals(mark)).stream()
            .map(words -> FxThread.call(() -> words.localToScene(words.getBoundsInLocal())))
            .findFirst()
            .orElseThrow();
    return lit().stream().anyMatch(light -> light.contains(at.getMaxX() - 1, at.getCenterY()));
  }

  @Test
  void marksAreLitWhereTheyAreCopied() {
    stand.show(Samples.turn(2, "Ask me", Samples.complete("Before.\n\n1. one\n2. two\n\nAfter.")));
    select("Before", "After");
    assertThat(copied()).isEqualTo("Before.\n\n1. one\n2. two\n\n");
    assertThat(isLit("1.")).isTrue();
    assertThat(isLit("2.")).isTrue();
    select("one", "two");
    assertThat(copied()).isEqualTo("1. one\n");
    assertThat(isLit("1.")).isTrue();
    assertThat(isLit("2.")).isFalse();
    select("ne", "wo");
    assertThat(copied()).isEqualTo("ne\n2. t");
    assertThat(isLit("1.")).isFalse();
    assertThat(isLit("2.")).isTrue();
  }

  @Test
  void theFiguresOfAReplyAreNeitherCopiedNorLit() {
    stand.show(
        Samples.turn(2, "Ask me", Samples.complete("First.")),
        Samples.turn(3, "Go on", Samples.complete("Second.")));
    FxThread.run(() -> stand.area().selectAll());
    stand.settle();
    assertThat(copied()).endsWith("Second.").doesNotContain("complete");
    List<Bounds> figures =
        stand.nodes(Region.class, node -> node.getStyleClass().contains("reply-foot")).stream()
            .map(node -> FxThread.call(() -> node.localToScene(node.getBoundsInLocal())))
            .toList();
    assertThat(figures).isNotEmpty();
    assertThat(lit())
        .noneMatch(light -> figures.stream().anyMatch(figure -> inner(figure).intersects(light)));
  }

  private static Bounds inner(Bounds of) {
    return new BoundingBox(of.getMinX(), of.getMinY() + 2, of.getWidth(), of.getHeight() - 4);
  }

  private String copied() {
    FxThread.run(() -> stand.area().copy());
    return stand.copied.getLast();
  }

  @Test
  void aSelectionThatStandsIsNotPaintedAgainAndAgain() {
    select("paragraph with", "last one");
    AtomicInteger changes = new AtomicInteger();
    List<SelectionPath> paths =
        stand.nodes(SelectionPath.class, path -> !path.getElements().isEmpty());
    FxThread.run(
        () ->
            paths.forEach(
                path ->
                    path.getElements()
                        .addListener((InvalidationListener) shape -> changes.incrementAndGet())));
    FxThread.frames(5);
    assertThat(paths).isNotEmpty();
    assertThat(changes).hasValue(0);
  }
}
