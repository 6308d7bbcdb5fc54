package dev.polylogue.ui.transcript;

import dev.polylogue.ui.kit.Texts;
import javafx.geometry.Point2D;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** The menu over the text of a transcript: takes words out of it. FX thread. */
final class TranscriptMenu {
  private static final KeyCombination BY_KEY =
      new KeyCodeCombination(KeyCode.F10, KeyCombination.SHIFT_DOWN);
  private static final int INSIDE = 24;

  private final TranscriptArea area;
  private final TranscriptReader reader;
  private final Texts texts;
  private final TranscriptActions actions;
  private final ContextMenu menu = new ContextMenu();

  TranscriptMenu(
      TranscriptArea area, TranscriptReader reader, Texts texts, TranscriptActions actions) {
    this.area = area;
    this.reader = reader;
    this.texts = texts;
    this.actions = actions;
    area.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::asked);
    area.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
  }

  private void asked(ContextMenuEvent event) {
    if (event.isKeyboardTrigger()) {
      showAtText();
    } else {
      int offset = area.hit(event.getX(), event.getY()).getInsertionIndex();
      fill(reader.reply(offset));
      menu.show(area, event.getScreenX(), event.getScreenY());
    }
    event.consume();
  }

  private void pressed(KeyEvent event) {
    if (BY_KEY.match(event) && !menu.isShowing()) {
      showAtText();
      event.consume();
    }
  }

  private void showAtText() {
    fill(reader.reply(reader.hasSelection() ? area.getSelection().getStart() : -1));
    Point2D corner = area.localToScreen(INSIDE, INSIDE);
    menu.show(area, corner.getX(), corner.getY());
  }

  private void fill(@Nullable ReplyView reply) {
    boolean selected = reader.hasSelection();
    menu.getItems()
        .setAll(
            item("transcript.menu.copy", selected, area::copy),
            item(
                "transcript.menu.copyMarkdown",
                selected,
                () -> actions.copy(reader.selectedMarkdown())),
            new SeparatorMenuItem(),
            item(
                "transcript.copyReply.plain",
                reply != null,
                () -> copy(reply == null ? "" : reply.plain())),
            item(
                "transcript.copyReply.markdown",
                reply != null,
                () -> copy(reply == null ? "" : ReplyText.markdown(reply.shown()))),
            new SeparatorMenuItem(),
            item("transcript.menu.selectAll", true, reader::selectAll));
  }

  private void copy(String words) {
    actions.copy(words);
  }

  private MenuItem item(String key, boolean enabled, Runnable action) {
    MenuItem item = new MenuItem(texts.get(key));
    item.setDisable(!enabled);
    item.setOnAction(event -> action.run());
    return item;
  }

  ContextMenu menu() {
    return menu;
  }
}
