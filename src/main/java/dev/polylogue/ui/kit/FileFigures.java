package dev.polylogue.ui.kit;

import dev.polylogue.conversation.Blob;
import dev.polylogue.media.FileSize;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/** What stands for a file: its picture or an icon of its kind, its size in words. FX thread. */
public final class FileFigures {
  private FileFigures() {}

  /** A square with the picture in small, or an icon. */
  public static Node square(Blob blob, int side, Gallery gallery) {
    return square(blob, side, gallery, missing -> {});
  }

  /**
   * The same.
   *
   * @param missing called when the picture is gone or damaged, beside the icon that says so
   */
  public static Node square(
      Blob blob, int side, Gallery gallery, Consumer<? super Exception> missing) {
    StackPane square = new StackPane(Icons.of(blob.isPicture() ? Feather.IMAGE : icon(blob)));
    square.getStyleClass().add("file-figure");
    square.setMinSize(side, side);
    square.setMaxSize(side, side);
    if (blob.isPicture()) {
      gallery.show(
          blob,
          2 * side,
          image -> {
            ImageView view = new ImageView(image);
            view.setPreserveRatio(true);
            view.setSmooth(true);
            view.setFitWidth(Math.min(side, image.getWidth()));
            view.setFitHeight(Math.min(side, image.getHeight()));
            square.getChildren().setAll(view);
          },
          why -> {
            square.getChildren().setAll(Icons.of(Feather.ALERT_TRIANGLE));
            missing.accept(why);
          });
    }
    return square;
  }

  private static Feather icon(Blob blob) {
    return blob.isText() ? Feather.FILE_TEXT : Feather.FILE;
  }

  /** {@code 1.2 MB}. */
  public static String size(Blob blob) {
    return size(blob.size());
  }

  /** So many bytes in words. */
  public static String size(long bytes) {
    return FileSize.words(bytes);
  }
}
