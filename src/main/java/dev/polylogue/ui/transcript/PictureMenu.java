package dev.polylogue.ui.transcript;

import dev.polylogue.conversation.Blob;
import dev.polylogue.ui.kit.Gallery;
import dev.polylogue.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;
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
 * What can be done with a picture of a prompt or an answer, where the mouse asks for it, or the
 * menu key or Shift+F10 while the keyboard is in it. FX thread.
 */
final class PictureMenu {
  private static final KeyCombination BY_KEY =
      new KeyCodeCombination(KeyCode.F10, KeyCombination.SHIFT_DOWN);

  private final Node box;
  private final Gallery gallery;
  private final Subject subject;
  private final Texts texts;
  private @Nullable ContextMenu menu;

  /**
   * @param name as it is called on screen
   * @param file as a copy of it is called
   */
  record Subject(Blob picture, String name, String file) {}

  PictureMenu(Node box, Gallery gallery, Subject subject, Texts texts) {
    this.box = box;
    this.gallery = gallery;
    this.subject = subject;
    this.texts = texts;
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
    now.getItems().setAll(items());
    now.show(box, x, y);
  }

  private List<MenuItem> items() {
    Blob picture = subject.picture;
    List<MenuItem> items = new ArrayList<>();
    gallery
        .editing()
        .ifPresent(
            place -> items.add(item("transcript.picture.editThis", () -> place.accept(picture))));
    items.add(
        item(
            "transcript.picture.larger",
            () -> LargePicture.open(gallery, picture, subject.name, box.getScene().getWindow())));
    items.add(item("transcript.menu.copy", () -> gallery.copy(picture, () -> {})));
    items.add(
        item(
            "transcript.picture.save",
            () -> gallery.saveAs(picture, subject.file, box.getScene().getWindow())));
    return items;
  }

  private MenuItem item(String key, Runnable action) {
    MenuItem item = new MenuItem(texts.get(key));
    item.setMnemonicParsing(false);
    item.setOnAction(event -> action.run());
    return item;
  }
}
