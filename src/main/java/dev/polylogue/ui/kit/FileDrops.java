package dev.polylogue.ui.kit;

import dev.polylogue.conversation.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** Files that are dropped or pasted. FX thread. */
public final class FileDrops {
  private static final PseudoClass DROPPING = PseudoClass.getPseudoClass("dropping");

  /** Best first, since many programs offer the same picture in several forms. */
  private static final List<String> PICTURES =
      List.of("image/png", "image/jpeg", "image/webp", "image/tiff", "image/bmp", "image/gif");

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
   * Takes files or a picture from the clipboard. A picture is taken as the file it is, since the
   * system hands over what it can make of a damaged one without a word (I04, I05).
   *
   * @param picture receives what reads its bytes, of which there are none where nobody can; not for
   *     the FX thread
   * @return false when there is text to be pasted, or nothing
   */
  public static boolean paste(Consumer<List<Path>> files, Consumer<Callable<Bytes>> picture) {
    Clipboard clipboard = Clipboard.getSystemClipboard();
    if (clipboard.hasFiles()) {
      files.accept(paths(clipboard.getFiles()));
      return true;
    }
    if (clipboard.hasString()) {
      return false;
    }
    Bytes file = file(clipboard);
    if (file == null && !clipboard.hasImage()) {
      return false;
    }
    if (file != null) {
      picture.accept(() -> file);
    } else {
      @Nullable Image image = clipboard.getImage();
      picture.accept(() -> image == null ? Bytes.NONE : png(image));
    }
    return true;
  }

  /** A picture as its program wrote it, or null where there are but pixels. */
  private static @Nullable Bytes file(Clipboard clipboard) {
    Set<DataFormat> offered = clipboard.getContentTypes();
    for (String type : PICTURES) {
      DataFormat format = DataFormat.lookupMimeType(type);
      if (format != null
          && offered.contains(format)
          && clipboard.getContent(format) instanceof ByteBuffer content
          && content.hasRemaining()) {
        byte[] bytes = new byte[content.remaining()];
        content.duplicate().get(bytes);
        return Bytes.owning(bytes);
      }
    }
    return null;
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
