package dev.polylogue.ui.transcript;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * The keys that move a reader, who has no caret to move. Shift with an arrow selects, from the
 * words in view. FX thread.
 */
final class ReadingKeys {
  private static final double STEP = 48;

  private final TranscriptArea area;
  private final TranscriptReader reader;

  ReadingKeys(TranscriptArea area, TranscriptReader reader) {
    this.area = area;
    this.reader = reader;
    area.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
  }

  /** Controls inside of the text have their own keys. */
  private void pressed(KeyEvent event) {
    if (event.getTarget() != area || event.isAltDown() || event.isMetaDown()) {
      return;
    }
    if (event.isShiftDown()) {
      if (event.getCode().isNavigationKey()) {
        selectFromView();
      }
    } else if (moves(event)) {
      event.consume();
    }
  }

  private boolean moves(KeyEvent event) {
    KeyCode code = event.getCode();
    if (code == KeyCode.END) {
      reader.latest();
    } else if (code == KeyCode.HOME) {
      reader.firstTurn();
    } else if (event.isControlDown()) {
      return false;
    } else if (code == KeyCode.UP) {
      reader.scroller().by(-STEP);
    } else if (code == KeyCode.DOWN) {
      reader.scroller().by(STEP);
    } else if (code == KeyCode.PAGE_UP) {
      reader.scroller().by(STEP - area.getHeight());
    } else if (code == KeyCode.PAGE_DOWN || code == KeyCode.SPACE) {
      reader.scroller().by(area.getHeight() - STEP);
    } else {
      return code == KeyCode.LEFT || code == KeyCode.RIGHT;
    }
    return true;
  }

  private void selectFromView() {
    Scroller scroller = reader.scroller();
    int line = scroller.line(area.getCaretPosition());
    boolean inView = line >= scroller.firstLine() && line <= scroller.lastLine();
    if (!reader.hasSelection() && !inView) {
      area.moveTo(scroller.offset());
    }
  }
}
