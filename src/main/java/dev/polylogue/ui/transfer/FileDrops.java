package dev.polylogue.ui.transfer;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Takes a file that is dropped on a node. FX thread. */
public final class FileDrops {
  private static final PseudoClass DROPPING = PseudoClass.getPseudoClass("dropping");

  private FileDrops() {}

  public static void take(Node node, Consumer<Path> file) {
    node.addEventHandler(
        DragEvent.DRAG_OVER,
        event -> {
          if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            node.pseudoClassStateChanged(DROPPING, true);
            event.consume();
          }
        });
    node.addEventHandler(
        DragEvent.DRAG_EXITED, event -> node.pseudoClassStateChanged(DROPPING, false));
    node.addEventHandler(
        DragEvent.DRAG_DROPPED,
        event -> {
          node.pseudoClassStateChanged(DROPPING, false);
          if (event.getDragboard().hasFiles()) {
            file.accept(event.getDragboard().getFiles().getFirst().toPath());
            event.setDropCompleted(true);
            event.consume();
          }
        });
  }
}
