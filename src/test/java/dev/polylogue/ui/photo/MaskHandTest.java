package dev.polylogue.ui.photo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.Blob;
import dev.polylogue.photo.Size;
import dev.polylogue.ui.FxThread;
import dev.polylogue.ui.Mouse;
import java.awt.image.BufferedImage;
import java.util.UUID;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A white photo of 600 by 400 pixels in a view of 332 by 232: half its size, 16 from the edges. */
class MaskHandTest {
  private static final Blob PHOTO = new Blob("c".repeat(64), "image/png", 1, "c.png");

  private final MaskViewModel mask = new MaskViewModel();
  private final ObjectProperty<Sight> sight = new SimpleObjectProperty<>(Sight.FIT);
  private PictureView view;
  private Scene scene;

  @BeforeAll
  static void start() {
    FxThread.start();
  }

  @BeforeEach
  void open() {
    FxThread.run(
        () -> {
          view = new PictureView(sight);
          new MaskHand(view, mask, sight);
          new SightHand(view, sight, () -> mask.toolProperty().get() == MaskViewModel.Tool.HAND);
          scene = new Scene(view, 332, 232);
          BufferedImage white = new BufferedImage(600, 400, BufferedImage.TYPE_INT_RGB);
          java.util.Arrays.fill(
              ((java.awt.image.DataBufferInt) white.getRaster().getDataBuffer()).getData(),
              0xffffff);
          view.show(Pyramid.of(white));
          mask.turnTo(new MaskPlace(new UUID(1, 1), PHOTO), new Size(600, 400));
          scene.snapshot(null);
        });
  }

  private void mouse(EventType<MouseEvent> type, double x, double y, int clicks) {
    Mouse.fire(view, type, x, y, clicks);
  }

  private void drag(double fromX, double fromY, double toX, double toY) {
    FxThread.run(
        () -> {
          mouse(MouseEvent.MOUSE_PRESSED, fromX, fromY, 1);
          mouse(MouseEvent.MOUSE_DRAGGED, (fromX + toX) / 2, (fromY + toY) / 2, 1);
          mouse(MouseEvent.MOUSE_DRAGGED, toX, toY, 1);
          mouse(MouseEvent.MOUSE_RELEASED, toX, toY, 1);
        });
  }

  private Color at(int x, int y) {
    return FxThread.call(
        () -> {
          WritableImage seen = scene.snapshot(null);
          return seen.getPixelReader().getColor(x, y);
        });
  }

  @Test
  void aRectangleThatIsDrawnOnTheScreenCoversThatPartOfThePhoto() {
    mask.toolProperty().set(MaskViewModel.Tool.RECTANGLE);

    drag(16, 16, 166, 216);

    assertThat(mask.shareProperty().get()).isEqualTo(0.5);
    assertThat(at(60, 100)).as("tinted").isNotEqualTo(Color.WHITE);
    assertThat(at(250, 100)).as("as it is").isEqualTo(Color.WHITE);
  }

  @Test
  void theBrushPaintsWhereThePointerGoesAndOneUndoTakesItBack() {
    mask.toolProperty().set(MaskViewModel.Tool.BRUSH);
    mask.radiusProperty().set(20);

    drag(60, 100, 200, 100);
    assertThat(at(130, 100)).isNotEqualTo(Color.WHITE);
    assertThat(at(130, 160)).isEqualTo(Color.WHITE);
    FxThread.run(mask::undo);

    assertThat(at(130, 100)).isEqualTo(Color.WHITE);
    assertThat(mask.emptyProperty().get()).isTrue();
  }

  @Test
  void aStrokeMayLeaveTheView() {
    FxThread.run(() -> sight.set(Sight.FIT.zoomed(view.frame(), 4, 166, 116)));
    mask.toolProperty().set(MaskViewModel.Tool.BRUSH);

    drag(300, 200, 360, 260);

    assertThat(at(331, 231)).isNotEqualTo(Color.WHITE);
    assertThat(at(100, 100)).isEqualTo(Color.WHITE);
  }

  @Test
  void theHandMovesThePictureAndPaintsNothing() {
    FxThread.run(() -> sight.set(Sight.FIT.zoomed(view.frame(), 4, 166, 116)));
    double before = FxThread.call(() -> sight.get().left(view.frame()));

    drag(100, 100, 130, 100);

    assertThat(FxThread.call(() -> sight.get().left(view.frame()))).isEqualTo(before + 30);
    assertThat(mask.emptyProperty().get()).isTrue();
  }

  @Test
  void theWheelZoomsAroundThePointerWhateverToolIsInTheHand() {
    mask.toolProperty().set(MaskViewModel.Tool.BRUSH);
    double place = FxThread.call(() -> sight.get().pictureX(view.frame(), 80));

    FxThread.run(() -> Mouse.wheel(view, 80, 90, 120));

    assertThat(sight.get().factor()).isGreaterThan(1.5);
    assertThat(FxThread.call(() -> sight.get().pictureX(view.frame(), 80)))
        .isCloseTo(place, org.assertj.core.api.Assertions.within(0.01));
  }

  @Test
  void aDoubleClickGoesNearAndAnotherOneBack() {
    FxThread.run(() -> mouse(MouseEvent.MOUSE_CLICKED, 166, 116, 2));
    assertThat(sight.get().factor()).isGreaterThan(1);

    FxThread.run(() -> mouse(MouseEvent.MOUSE_CLICKED, 166, 116, 2));
    assertThat(sight.get()).isEqualTo(Sight.FIT);
  }
}
