package dev.polylogue.ui.photo;

import dev.polylogue.ui.command.CommandMenu;
import dev.polylogue.ui.command.Commands;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;
import org.jspecify.annotations.Nullable;

/** What can be done with a result, where the mouse or the menu key asks for it. FX thread. */
final class TileMenu {
  private static final List<String> RESULT =
      List.of(
          "photo.use",
          "photo.star",
          "photo.again",
          "",
          "photo.save",
          "photo.copy",
          "photo.toChat",
          "",
          "photo.trash");
  private static final List<String> SOURCE = List.of("photo.original", "photo.sheet");

  private final PhotoViewModel photo;
  private final Commands commands;
  private @Nullable ContextMenu menu;

  TileMenu(Node tiles, PhotoViewModel photo, Commands commands) {
    this.photo = photo;
    this.commands = commands;
    tiles.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::show);
  }

  private void show(ContextMenuEvent event) {
    TileView view = event.getTarget() instanceof Node node ? around(node) : null;
    if (menu != null) {
      menu.hide();
    }
    if (view != null) {
      photo.currentProperty().set(view.tile());
      menu = of(view.tile().ref() == null ? SOURCE : RESULT);
      menu.show(view, event.getScreenX(), event.getScreenY());
      event.consume();
    }
  }

  private static @Nullable TileView around(@Nullable Node node) {
    Node at = node;
    while (at != null && !(at instanceof TileView)) {
      at = at.getParent();
    }
    return (TileView) at;
  }

  private ContextMenu of(List<String> ids) {
    ContextMenu made = new ContextMenu();
    for (String id : ids) {
      made.getItems().add(id.isEmpty() ? new SeparatorMenuItem() : CommandMenu.item(commands, id));
    }
    return made;
  }
}
