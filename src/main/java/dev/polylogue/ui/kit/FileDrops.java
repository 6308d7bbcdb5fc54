package dev.polylogue.ui.kit;

import dev.polylogue.conversation.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** Files that are dropped or pasted. FX thread. */
public final class FileDrops {
  private static final PseudoClass DROPPING = PseudoClass.getPseudoClass("dropping");

  private FileDrops() {}

  /**
   * Files only: what a browser lets drop may be an address, and none is fetched (I34).
   *
   * @param place where they may be dropped
   * @param shown has the pseudo-class {@code dropping} while files hover there
   */
  public static void take(Node place, Node shown, Consumer<List<Path>> taken) {
    place.addEventHandler(
        DragEvent.DRAG_OVER,
        event -> {
          if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            shown.pseudoClassStateChanged(DROPPING, true);
            event.consume();
          }
        });
    place.addEventHandler(
        DragEvent.DRAG_EXITED, event -> shown.pseudoClassStateChanged(DROPPING, false));
    place.addEventHandler(
        DragEvent.DRAG_DROPPED,
        event -> {
          if (event.getDragboard().hasFiles()) {
            taken.accept(paths(event.getDragboard().getFiles()));
            event.setDropCompleted(true);
            event.consume();
          }
          shown.pseudoClassStateChanged(DROPPING, false);
        });
  }

  /**
   * Takes files or a picture from the clipboard.
   *
   * @param picture receives what encodes it as PNG; not for the FX thread
   * @return false when there is text to be pasted, or nothing
   */
  public static boolean paste(Consumer<List<Path>> files, Consumer<Callable<Bytes>> picture) {
    Clipboard clipboard = Clipboard.getSystemClipboard();
    if (clipboard.hasFiles()) {
      files.accept(paths(clipboard.getFiles()));
      return true;
    }
    @Nullable Image image =
        clipboard.hasImage() && !clipboard.hasString() ? clipboard.getImage() : null;
    if (image == null) {
      return false;
    }
    picture.accept(() -> png(image));
    return true;
  }

  /** The files of a chooser, of a drop or of the clipboard. */
  public static List<Path> paths(List<File> files) {
    return files.stream().map(File::toPath).toList();
  }

  private static Bytes png(Image image) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", out);
    return Bytes.owning(out.toByteArray());
  }
}
