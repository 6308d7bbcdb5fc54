package dev.polylogue.ui.chat;

import dev.polylogue.ui.layout.Box;
import dev.polylogue.ui.layout.Landing;
import java.util.List;
import java.util.UUID;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Moves panes by dragging what stands for them; a line shows where the pane lands. FX thread. */
final class PaneDrag {
  private static final double MARK = 3;

  /** What can be taken hold of in a room. */
  interface Handles {
    /** The pane whose handle a node is part of, or null. */
    @Nullable PaneViewModel pane(Node node);

    /** What is dragged along. */
    Node picture(PaneViewModel pane);

    /** What stands for the panes here, in their order; empty when nothing can be dropped here. */
    List<? extends Node> places();
  }

  private final DataFormat format = paneFormat();
  private final Pane room;
  private final Handles handles;
  private final ChatViewModel chat;
  private final Region mark = new Region();

  PaneDrag(Pane room, Handles handles, ChatViewModel chat) {
    this.room = room;
    this.handles = handles;
    this.chat = chat;
    mark.getStyleClass().add("landing-mark");
    mark.setManaged(false);
    mark.setMouseTransparent(true);
    room.addEventHandler(MouseEvent.DRAG_DETECTED, this::start);
    room.addEventHandler(DragEvent.DRAG_OVER, this::over);
    room.addEventHandler(DragEvent.DRAG_EXITED, event -> clear());
    room.addEventHandler(DragEvent.DRAG_DROPPED, this::drop);
    room.addEventHandler(DragEvent.DRAG_DONE, event -> clear());
  }

  private static DataFormat paneFormat() {
    String name = "application/x-polylogue-pane";
    DataFormat known = DataFormat.lookupMimeType(name);
    return known == null ? new DataFormat(name) : known;
  }

  private void start(MouseEvent event) {
    PaneViewModel pane = event.getTarget() instanceof Node node ? handles.pane(node) : null;
    if (pane == null || chat.panes().size() < 2) {
      return;
    }
    Dragboard board = room.startDragAndDrop(TransferMode.MOVE);
    ClipboardContent content = new ClipboardContent();
    content.put(format, pane.id().toString());
    board.setContent(content);
    board.setDragView(handles.picture(pane).snapshot(null, null));
    event.consume();
  }

  private @Nullable PaneViewModel dragged(DragEvent event) {
    Object id = event.getDragboard().getContent(format);
    return id == null
        ? null
        : chat.panes().stream()
            .filter(pane -> pane.id().equals(UUID.fromString(id.toString())))
            .findFirst()
            .orElse(null);
  }

  private void over(DragEvent event) {
    if (dragged(event) == null || handles.places().isEmpty()) {
      return;
    }
    event.acceptTransferModes(TransferMode.MOVE);
    show(landing(event));
    event.consume();
  }

  private void drop(DragEvent event) {
    PaneViewModel pane = dragged(event);
    if (pane != null && !handles.places().isEmpty()) {
      chat.move(pane, landing(event).from(chat.panes().indexOf(pane)));
      event.setDropCompleted(true);
      event.consume();
    }
    clear();
  }

  private Landing landing(DragEvent event) {
    List<Box> places =
        handles.places().stream().map(Node::getBoundsInParent).map(PaneDrag::box).toList();
    return Landing.under(places, event.getX(), event.getY());
  }

  private static Box box(Bounds bounds) {
    return new Box(bounds.getMinX(), bounds.getMinY(), bounds.getWidth(), bounds.getHeight());
  }

  private void show(Landing landing) {
    if (!room.getChildren().contains(mark)) {
      room.getChildren().add(mark);
    }
    Box at = landing.at();
    double left = Math.clamp(at.x() - MARK / 2, 0, Math.max(0, room.getWidth() - MARK));
    mark.resizeRelocate(left, at.y(), MARK, at.height());
  }

  private void clear() {
    room.getChildren().remove(mark);
  }
}
