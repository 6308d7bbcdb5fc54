package dev.polylogue.ui.transcript;

import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * What can be done with a picture of an answer, where the mouse asks for it, or the menu key or
 * Shift+F10 while the keyboard is in its caption. FX thread.
 */
final class PictureMenu {
  private static final KeyCombination BY_KEY =
      new KeyCodeCombination(KeyCode.F10, KeyCombination.SHIFT_DOWN);

  private final Node box;
  private final Supplier<List<MenuItem>> items;
  private @Nullable ContextMenu menu;

  PictureMenu(Node box, Supplier<List<MenuItem>> items) {
    this.box = box;
    this.items = items;
    box.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::asked);
    box.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
  }

  private void asked(ContextMenuEvent event) {
    if (event.isKeyboardTrigger()) {
      showBelow(event.getTarget());
    } else {
      show(event.getScreenX(), event.getScreenY());
    }
    event.consume();
  }

  private void pressed(KeyEvent event) {
    if (BY_KEY.match(event)) {
      showBelow(event.getTarget());
      event.consume();
    }
  }

  private void showBelow(Object target) {
    Node at = target instanceof Node node ? node : box;
    Bounds bounds = at.localToScreen(at.getLayoutBounds());
    show(bounds.getMinX(), bounds.getMaxY());
  }

  private void show(double x, double y) {
    ContextMenu now = menu == null ? new ContextMenu() : menu;
    menu = now;
    now.hide();
    now.getItems().setAll(items.get());
    now.show(box, x, y);
  }
}
