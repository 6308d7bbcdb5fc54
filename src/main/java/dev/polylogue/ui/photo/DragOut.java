package dev.polylogue.ui.photo;

import dev.polylogue.conversation.PictureRef;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import org.jspecify.annotations.Nullable;

/**
 * Lets a result be dragged out of the window as a file. The file has to be there when the drag
 * begins, so it is written while the mouse comes near. FX thread.
 */
final class DragOut {
  private final OutViewModel out;
  private final TileViewModel tile;
  private final PictureRef ref;
  private @Nullable Path file;
  private boolean writing;

  private DragOut(OutViewModel out, TileViewModel tile, PictureRef ref) {
    this.out = out;
    this.tile = tile;
    this.ref = ref;
  }

  /** Makes a node what a result is dragged by; the photo itself is a file already. */
  static void by(Node handle, TileViewModel tile, OutViewModel out, Ties ties) {
    PictureRef ref = tile.ref();
    if (ref != null) {
      DragOut drag = new DragOut(out, tile, ref);
      handle.addEventHandler(MouseEvent.MOUSE_ENTERED, event -> drag.prepare());
      handle.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> drag.prepare());
      handle.addEventHandler(MouseEvent.DRAG_DETECTED, event -> drag.begin(handle, event));
      ties.hold(
          tile.faceProperty()
              .subscribe(
                  face ->
                      handle.setCursor(
                          face.picture() == null ? Cursor.DEFAULT : Cursor.OPEN_HAND)));
    }
  }

  private void prepare() {
    if (!writing && file == null && tile.picture() != null) {
      writing = true;
      out.lend(ref, written -> file = written);
    }
  }

  private void begin(Node handle, MouseEvent event) {
    Path ready = file;
    if (ready != null) {
      Dragboard board = handle.startDragAndDrop(TransferMode.COPY);
      ClipboardContent content = new ClipboardContent();
      content.putFiles(List.of(ready.toFile()));
      board.setContent(content);
      event.consume();
    }
  }
}
