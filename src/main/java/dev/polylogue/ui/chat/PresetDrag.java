package dev.polylogue.ui.chat;

import dev.polylogue.ui.kit.Layer;
import javafx.css.PseudoClass;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/** Takes a preset from its card to the pane it is dropped on. FX thread. */
final class PresetDrag {
  private static final PseudoClass INTO = PseudoClass.getPseudoClass("drop-into");

  private PresetDrag() {}

  private static DataFormat format() {
    String name = "application/x-polylogue-preset";
    DataFormat known = DataFormat.lookupMimeType(name);
    return known == null ? new DataFormat(name) : known;
  }

  /**
   * Lets a row be dragged.
   *
   * @param layer has the card, which steps aside meanwhile
   */
  static void from(PresetRow row, Layer layer) {
    row.setOnDragDetected(
        event -> {
          Dragboard board = row.startDragAndDrop(TransferMode.COPY);
          ClipboardContent content = new ClipboardContent();
          content.put(format(), row.preset().name());
          board.setContent(content);
          board.setDragView(row.snapshot(null, null));
          layer.stepAside(true);
          event.consume();
        });
    row.setOnDragDone(
        event -> {
          layer.stepAside(false);
          if (event.getTransferMode() != null) {
            layer.hide();
          }
          event.consume();
        });
  }

  /** Lets a preset be dropped on a pane. */
  static void onto(PaneView view, ChatViewModel chat, PresetsViewModel presets) {
    view.addEventHandler(
        DragEvent.DRAG_OVER,
        event -> {
          if (event.getDragboard().hasContent(format())) {
            event.acceptTransferModes(TransferMode.COPY);
            view.pseudoClassStateChanged(INTO, true);
            event.consume();
          }
        });
    view.addEventHandler(DragEvent.DRAG_EXITED, event -> view.pseudoClassStateChanged(INTO, false));
    view.addEventHandler(
        DragEvent.DRAG_DROPPED,
        event -> {
          if (event.getDragboard().getContent(format()) instanceof String name) {
            view.pseudoClassStateChanged(INTO, false);
            presets.named(name).ifPresent(preset -> presets.apply(preset, view.pane(), chat));
            event.setDropCompleted(true);
            event.consume();
          }
        });
  }
}
