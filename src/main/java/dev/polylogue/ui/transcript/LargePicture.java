package dev.polylogue.ui.transcript;

import dev.polylogue.conversation.Blob;
import dev.polylogue.ui.kit.Gallery;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;

/** A picture in a window of its own, as large as it is or as fits; Escape closes it. FX thread. */
final class LargePicture {
  private static final double PART_OF_SCREEN = 0.9;

  private LargePicture() {}

  /** Opens once the picture is decoded; never for one that is missing, which its place says. */
  static void open(Gallery gallery, Blob blob, String name, Window owner) {
    gallery.show(blob, Gallery.LARGE, image -> show(image, name, owner), missing -> {});
  }

  private static void show(Image image, String name, Window owner) {
    ImageView view = new ImageView(image);
    view.setPreserveRatio(true);
    view.setSmooth(true);
    view.setAccessibleText(name);
    StackPane ground = new StackPane(view);
    view.fitWidthProperty().bind(ground.widthProperty());
    view.fitHeightProperty().bind(ground.heightProperty());
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    double scale =
        Math.min(
            1,
            Math.min(
                screen.getWidth() * PART_OF_SCREEN / image.getWidth(),
                screen.getHeight() * PART_OF_SCREEN / image.getHeight()));
    Scene scene =
        new Scene(
            ground, image.getWidth() * scale, image.getHeight() * scale, Color.web("#0d1117"));
    ground.setBackground(null);
    Stage stage = new Stage();
    stage.initOwner(owner);
    stage.setTitle(name);
    stage.setScene(scene);
    scene.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            stage.close();
          }
        });
    stage.show();
  }
}
