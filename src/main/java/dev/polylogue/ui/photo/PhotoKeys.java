package dev.polylogue.ui.photo;

import dev.polylogue.ui.command.Commands;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/**
 * Keys that are held or that move: Space for the original, arrows for the place. What is pressed
 * once is a command. FX thread.
 */
final class PhotoKeys {
  private static final double STEP = 48;

  private static final double NEARER = 1.25;

  private final PhotoPage page;
  private final PhotoViewModel photo;
  private final Commands commands;

  PhotoKeys(Node workspace, PhotoPage page, PhotoViewModel photo, Commands commands) {
    this.page = page;
    this.photo = photo;
    this.commands = commands;
    workspace.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    workspace.addEventHandler(KeyEvent.KEY_RELEASED, this::released);
    workspace.addEventFilter(MouseEvent.MOUSE_CLICKED, this::clicked);
  }

  /** Who chose a tool or a way of looking with the mouse goes on with the pictures. */
  private void clicked(MouseEvent event) {
    Node node = event.getTarget() instanceof Node target ? target : null;
    while (node != null && !(node instanceof ToggleButton)) {
      node = node.getParent();
    }
    if (node != null) {
      page.takeFocus();
    }
  }

  private static boolean isElsewhere(KeyEvent event) {
    return event.getTarget() instanceof TextInputControl
        || event.getTarget() instanceof ButtonBase
        || event.getTarget() instanceof ComboBox<?>
        || event.isShortcutDown()
        || event.isAltDown();
  }

  private void pressed(KeyEvent event) {
    if (isElsewhere(event)) {
      return;
    }
    boolean taken =
        switch (event.getCode()) {
          case SPACE -> flash();
          case LEFT -> move(STEP, 0, -1);
          case RIGHT -> move(-STEP, 0, 1);
          case UP -> move(0, STEP, -1);
          case DOWN -> move(0, -STEP, 1);
          // Where the commands' own keys lie elsewhere on the keyboard.
          case EQUALS, ADD -> zoom(NEARER);
          case SUBTRACT -> zoom(1 / NEARER);
          case NUMPAD0 -> zoom(0);
          default -> write(event);
        };
    if (taken) {
      event.consume();
    }
  }

  /** Who types what is no key of ours begins an instruction: it goes on where that is written. */
  private boolean write(KeyEvent event) {
    if (event.getCode().isLetterKey() && !commands.answers(event)) {
      page.focusText();
    }
    return false;
  }

  private boolean flash() {
    page.flash(true);
    return true;
  }

  private boolean zoom(double by) {
    page.zoom(by);
    return true;
  }

  private void released(KeyEvent event) {
    if (event.getCode() == KeyCode.SPACE) {
      page.flash(false);
    }
  }

  /** Moves the pictures where there is more to see; else goes on to another tile. */
  private boolean move(double byX, double byY, int tile) {
    Frame frame = page.frame();
    ObjectProperty<Sight> sight = page.sightProperty();
    if (frame != null && sight.get().factor() > 1) {
      sight.set(sight.get().panned(frame, byX, byY));
    } else {
      photo.next(tile);
      page.takeFocus();
    }
    return true;
  }
}
