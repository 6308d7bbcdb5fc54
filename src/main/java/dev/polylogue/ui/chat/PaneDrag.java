package dev.polylogue.ui.chat;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** Moves panes by dragging their headers; a line shows where the pane will land. FX thread. */
final class PaneDrag {
  private static final PseudoClass BEFORE = PseudoClass.getPseudoClass("drop-before");
  private static final PseudoClass AFTER = PseudoClass.getPseudoClass("drop-after");

  private final DataFormat format = paneFormat();
  private final HBox row;
  private final ChatViewModel chat;
  private @Nullable PaneView dragged;

  PaneDrag(HBox row, ChatViewModel chat) {
    this.row = row;
    this.chat = chat;
    row.addEventHandler(MouseEvent.DRAG_DETECTED, this::start);
    row.addEventHandler(DragEvent.DRAG_OVER, this::over);
    row.addEventHandler(DragEvent.DRAG_EXITED, event -> clear());
    row.addEventHandler(DragEvent.DRAG_DROPPED, this::drop);
    row.addEventHandler(
        DragEvent.DRAG_DONE,
        event -> {
          clear();
          dragged = null;
        });
  }

  private static DataFormat paneFormat() {
    String name = "application/x-polylogue-pane";
    DataFormat known = DataFormat.lookupMimeType(name);
    return known == null ? new DataFormat(name) : known;
  }

  private void start(MouseEvent event) {
    PaneView view = headerUnder(event);
    if (view == null || row.getChildren().size() < 2) {
      return;
    }
    dragged = view;
    Dragboard board = view.startDragAndDrop(TransferMode.MOVE);
    ClipboardContent content = new ClipboardContent();
    content.put(format, view.pane().id().toString());
    board.setContent(content);
    board.setDragView(view.header().snapshot(null, null));
    event.consume();
  }

  private @Nullable PaneView headerUnder(MouseEvent event) {
    if (!(event.getTarget() instanceof Node node)) {
      return null;
    }
    boolean inHeader = false;
    for (Node step = node; step != null; step = step.getParent()) {
      inHeader |= step instanceof PaneHeader;
      if (step instanceof PaneView view) {
        return inHeader ? view : null;
      }
    }
    return null;
  }

  private void over(DragEvent event) {
    clear();
    if (dragged == null || !event.getDragboard().hasContent(format)) {
      return;
    }
    event.acceptTransferModes(TransferMode.MOVE);
    int gap = gap(event.getX());
    int last = row.getChildren().size() - 1;
    Node beside = row.getChildren().get(Math.min(gap, last));
    beside.pseudoClassStateChanged(gap > last ? AFTER : BEFORE, true);
    event.consume();
  }

  private void drop(DragEvent event) {
    PaneView view = dragged;
    if (view != null) {
      chat.move(view.pane(), place(row.getChildren().indexOf(view), gap(event.getX())));
      event.setDropCompleted(true);
      event.consume();
    }
    clear();
  }

  /** Between which panes a place on the row lies: 0 is before the first. */
  private int gap(double x) {
    int gap = 0;
    for (Node pane : row.getChildren()) {
      if (x > pane.getBoundsInParent().getCenterX()) {
        gap++;
      }
    }
    return gap;
  }

  /** Where a pane ends up that is taken from one place and put into a gap. */
  static int place(int from, int gap) {
    return gap > from ? gap - 1 : gap;
  }

  private void clear() {
    for (Node pane : row.getChildren()) {
      pane.pseudoClassStateChanged(BEFORE, false);
      pane.pseudoClassStateChanged(AFTER, false);
    }
  }
}
