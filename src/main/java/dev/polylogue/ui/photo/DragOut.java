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
  private final Node handle;
  private final OutViewModel out;
  private @Nullable TileViewModel tile;
  private @Nullable Path file;
  private boolean writing;

  /** Makes a node what a result is dragged by. */
  DragOut(Node handle, OutViewModel out) {
    this.handle = handle;
    this.out = out;
    handle.addEventHandler(MouseEvent.MOUSE_ENTERED, event -> prepare());
    handle.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> prepare());
    handle.addEventHandler(MouseEvent.DRAG_DETECTED, this::begin);
  }

  /** Drags this result from now on; the photo itself is a file already. */
  void turnTo(TileViewModel next, Ties ties) {
    tile = next;
    file = null;
    writing = false;
    if (next.ref() != null) {
      ties.hold(
          next.faceProperty()
              .subscribe(
                  face ->
                      handle.setCursor(
                          face.picture() == null ? Cursor.DEFAULT : Cursor.OPEN_HAND)));
    }
  }

  private void prepare() {
    TileViewModel now = tile;
    PictureRef ref = now == null ? null : now.ref();
    if (now != null && ref != null && now.picture() != null && !writing && file == null) {
      writing = true;
      out.lend(ref, written -> lent(now, written));
    }
  }

  private void lent(TileViewModel of, Path written) {
    if (of == tile) {
      file = written;
    }
  }

  private void begin(MouseEvent event) {
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
