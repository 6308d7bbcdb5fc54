package dev.polylogue.ui.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.polylogue.conversation.Blob;
import dev.polylogue.photo.Area;
import dev.polylogue.photo.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MaskViewModelTest {
  private static final Size SIZE = new Size(200, 100);
  private static final Blob PICTURE = new Blob("a".repeat(64), "image/png", 1, "a.png");
  private static final UUID SESSION = new UUID(1, 1);
  private static final MaskPlace PHOTO = new MaskPlace(SESSION, PICTURE);
  private static final MaskPlace OTHER =
      new MaskPlace(SESSION, new Blob("b".repeat(64), "image/png", 1, "b.png"));

  private final MaskViewModel mask = new MaskViewModel();
  private final List<Area> painted = new ArrayList<>();

  @BeforeEach
  void begin() {
    mask.turnTo(PHOTO, SIZE);
    mask.onPainted(painted::add);
  }

  @Test
  void aStrokeTellsOnlyWhatItTouched() {
    mask.toolProperty().set(MaskViewModel.Tool.BRUSH);
    mask.radiusProperty().set(5);
    mask.paint(50, 50);
    mask.paint(60, 50);
    mask.end();

    assertThat(painted).allMatch(area -> area.width() < 40 && area.height() < 20);
    assertThat(mask.shareProperty().get()).isGreaterThan(0);
    assertThat(mask.emptyProperty().get()).isFalse();
  }

  @Test
  void aStrokeIsUndoneAsAWholeAndMadeAgain() {
    mask.toolProperty().set(MaskViewModel.Tool.BRUSH);
    mask.paint(50, 50);
    mask.paint(90, 50);
    mask.end();
    double drawn = mask.shareProperty().get();

    mask.undo();
    assertThat(mask.emptyProperty().get()).isTrue();
    assertThat(mask.undoableProperty().get()).isFalse();
    mask.redo();

    assertThat(mask.shareProperty().get()).isEqualTo(drawn);
  }

  @Test
  void theEraserTakesAway() {
    mask.rectangle(new Area(0, 0, 200, 100), false);
    mask.toolProperty().set(MaskViewModel.Tool.ERASER);
    mask.paint(100, 50);
    mask.end();

    assertThat(mask.shareProperty().get()).isBetween(0.5, 0.999);
  }

  @Test
  void invertingAHalfLeavesTheOtherHalf() {
    mask.rectangle(new Area(0, 0, 200, 25), false);
    assertThat(mask.shareProperty().get()).isCloseTo(0.25, within(1e-6));

    mask.invert();

    assertThat(mask.shareProperty().get()).isCloseTo(0.75, within(1e-6));
  }

  @Test
  void eachSourceKeepsItsMask() {
    mask.rectangle(new Area(0, 0, 200, 50), false);

    mask.expect(OTHER);
    assertThat(mask.drawn()).as("no mask before the source is there").isNull();
    mask.turnTo(OTHER, SIZE);
    assertThat(mask.emptyProperty().get()).isTrue();
    mask.expect(PHOTO);
    mask.turnTo(PHOTO, SIZE);

    assertThat(mask.shareProperty().get()).isCloseTo(0.5, within(1e-6));
  }

  @Test
  void whatWasDrawnAtTheMomentOfSendingDoesNotChangeLater() throws Exception {
    mask.featherProperty().set(0);
    mask.rectangle(new Area(0, 0, 200, 50), false);
    MaskViewModel.Drawn drawn = mask.drawn();

    mask.clear();

    assertThat(drawn.tiles().levels().share()).isCloseTo(0.5, within(1e-6));
    assertThat(drawn.png().size()).isPositive();
  }

  @Test
  void sessionsOfOnePhotoHaveEachTheirOwnMask() {
    mask.rectangle(new Area(0, 0, 20, 15), false);

    mask.turnTo(new MaskPlace(new UUID(2, 2), PICTURE), SIZE);
    assertThat(mask.emptyProperty().get()).isTrue();

    mask.turnTo(PHOTO, SIZE);
    assertThat(mask.emptyProperty().get()).isFalse();
  }
}
