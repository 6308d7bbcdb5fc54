package dev.polylogue.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MaskTest {
  private static final Size LARGE = new Size(6000, 4000);
  private static final Brush HARD = new Brush(40, 1, false);

  private static int at(Mask mask, int x, int y) {
    byte[] one = new byte[1];
    mask.read(new Area(x, y, 1, 1), 1, one);
    return one[0] & 0xff;
  }

  private static Area draw(Mask mask, Brush brush, double... points) {
    Stroke stroke = mask.stroke(brush);
    Area dirty = Area.NONE;
    for (int i = 0; i < points.length; i += 2) {
      dirty = dirty.with(stroke.to(points[i], points[i + 1]));
    }
    stroke.end();
    return dirty;
  }

  @Test
  void aStrokeCoversItsWayAndSaysWhatToDrawAnew() {
    Mask mask = new Mask(LARGE);
    Area dirty = draw(mask, HARD, 300, 300, 800, 500);
    assertThat(at(mask, 550, 400)).isEqualTo(255);
    assertThat(at(mask, 300, 300)).isEqualTo(255);
    assertThat(at(mask, 550, 470)).isZero();
    assertThat(dirty).isEqualTo(new Area(260, 260, 581, 281));
    double length = Math.hypot(500, 200);
    double covered = length * 80 + Math.PI * 40 * 40;
    assertThat(mask.share()).isCloseTo(covered / LARGE.pixels(), within(5e-5));
  }

  @Test
  void aSoftBrushFadesAndDoesNotAddUpWithinAStroke() {
    Mask mask = new Mask(new Size(400, 400));
    Brush soft = new Brush(100, 0, false);
    draw(mask, soft, 200, 200, 201, 200, 200, 200);
    assertThat(at(mask, 200, 200)).isGreaterThan(250);
    assertThat(at(mask, 250, 200)).isBetween(100, 160);
    assertThat(at(mask, 298, 200)).isLessThan(5);
  }

  @Test
  void theEraserTakesAway() {
    Mask mask = new Mask(new Size(600, 600));
    mask.rectangle(new Area(-50, -50, 2000, 2000), false);
    assertThat(mask.share()).isEqualTo(1);
    draw(mask, new Brush(50, 1, true), 300, 300);
    assertThat(at(mask, 300, 300)).isZero();
    assertThat(at(mask, 400, 300)).isEqualTo(255);
    assertThat(mask.share()).isCloseTo(1 - Math.PI * 2500 / 360_000, within(1e-3));
    mask.clear();
    assertThat(mask.isEmpty()).isTrue();
  }

  @Test
  void everyChangeIsUndoneAndRedoneAsAWhole() {
    Mask mask = new Mask(new Size(1000, 700));
    draw(mask, HARD, 100, 100, 600, 300);
    Levels stroke = mask.freeze().levels();
    mask.rectangle(new Area(200, 150, 500, 400), false);
    Levels both = mask.freeze().levels();
    mask.invert();
    assertThat(mask.freeze().levels()).isEqualTo(both.inverted());
    assertThat(mask.undo()).isEqualTo(new Area(0, 0, 1000, 700));
    assertThat(mask.freeze().levels()).isEqualTo(both);
    assertThat(mask.undo()).isEqualTo(new Area(200, 150, 500, 400));
    assertThat(mask.freeze().levels()).isEqualTo(stroke);
    mask.redo();
    assertThat(mask.freeze().levels()).isEqualTo(both);
    mask.undo();
    mask.undo();
    assertThat(mask.isEmpty()).isTrue();
    assertThat(mask.canUndo()).isFalse();
    assertThat(mask.canRedo()).isTrue();
    draw(mask, HARD, 10, 10);
    assertThat(mask.canRedo()).isFalse();
  }

  @Test
  void whatWasFrozenStaysAsItWas() {
    Mask mask = new Mask(new Size(300, 300));
    Stroke stroke = mask.stroke(HARD);
    stroke.to(100, 100);
    Tiles frozen = mask.freeze();
    stroke.to(250, 250);
    stroke.end();
    assertThat(frozen.levels().at(250 * 300 + 250)).isZero();
    assertThat(at(mask, 250, 250)).isEqualTo(255);
    mask.undo();
    assertThat(mask.isEmpty()).isTrue();
  }

  @Test
  void undoForgetsTheOldestRatherThanFillTheMemory() {
    Undo undo = new Undo(100_000);
    Edit edit = heavy();
    for (int i = 0; i < 10; i++) {
      undo.add(edit);
    }
    assertThat(undo.back()).isNotNull();
    assertThat(undo.back()).isNull();
  }

  private static Edit heavy() {
    Edit.Builder builder = new Edit.Builder();
    builder.remember(0, new Tile(new byte[Tile.SIDE * Tile.SIDE], 0));
    return builder.build(Area.NONE);
  }

  @Test
  void theScreenReadsCoarsely() {
    Mask mask = new Mask(new Size(1000, 600));
    draw(mask, HARD, 300, 300, 700, 300);
    int step = 7;
    Area area = new Area(14, 21, 900, 500);
    byte[] seen = new byte[129 * 72];
    mask.read(area, step, seen);
    for (int i = 0; i < seen.length; i++) {
      int x = 14 + i % 129 * step;
      int y = 21 + i / 129 * step;
      assertThat(seen[i] & 0xff).as("%d %d", x, y).isEqualTo(at(mask, x, y));
    }
  }

  @Test
  void aMaskSurvivesItsFile() throws Exception {
    Mask mask = new Mask(new Size(500, 300));
    draw(mask, new Brush(60, 0.3, false), 100, 100, 400, 200);
    Levels levels = mask.freeze().levels();
    MaskFile file =
        MaskFile.read(
            new dev.polylogue.media.PictureReader(System::nanoTime), levels.png(), "mask.png");
    assertThat(file.alpha()).isTrue();
    assertThat(file.levels()).isEqualTo(levels);
    Mask again = Mask.of(file.levels());
    assertThat(again.freeze().levels()).isEqualTo(levels);
    assertThat(again.canUndo()).isFalse();
    assertThat(again.share()).isEqualTo(mask.share());
  }

  @Test
  void aFeatherSoftensTheEdgeWithinWhatMayChange() {
    Mask mask = new Mask(new Size(200, 100));
    mask.rectangle(new Area(0, 0, 100, 100), false);
    Levels soft = mask.freeze().levels().feathered(15);
    assertThat(soft.at(50 * 200 + 50)).isEqualTo(255);
    assertThat(soft.at(50 * 200 + 150)).isZero();
    assertThat(soft.at(50 * 200 + 99)).isLessThan(20);
    assertThat(soft.at(50 * 200 + 93)).isBetween(60, 200);
    for (int x = 60; x < 140; x++) {
      assertThat(soft.at(50 * 200 + x + 1)).isLessThanOrEqualTo(soft.at(50 * 200 + x));
      assertThat(x < 100 || soft.at(50 * 200 + x) == 0).as("outside, at " + x).isTrue();
    }
    assertThat(soft.share()).isBetween(0.44, 0.49);
  }

  @Test
  void whatIsThinnerThanItsFeatherDoesNotVanish() {
    Mask mask = new Mask(new Size(200, 100));
    mask.rectangle(new Area(98, 0, 4, 100), false);
    Levels soft = mask.freeze().levels().feathered(30);
    assertThat(soft.at(50 * 200 + 99)).isPositive();
    assertThat(soft.at(50 * 200 + 97)).isZero();
  }
}
