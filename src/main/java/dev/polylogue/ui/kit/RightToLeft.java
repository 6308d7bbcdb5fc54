package dev.polylogue.ui.kit;

import java.text.Bidi;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/**
 * Hebrew, Arabic and the like. JavaFX 26 on Linux fails with an {@code
 * ArrayIndexOutOfBoundsException} when it has to break such a run of text over two lines, and the
 * window is not drawn any more. So no run is left that would have to be broken: {@link ShapedWords}
 * are laid out one by one where that can be had, and elsewhere such a text stays on one line.
 */
public final class RightToLeft {
  /** The first letter that is written from right to left is Hebrew. */
  private static final char FIRST = 0x590;

  private static final double COMPUTED = Region.USE_COMPUTED_SIZE;

  /** Pixels by which a line is given more room than it was measured to take. */
  private static final double SLACK = 24;

  private RightToLeft() {}

  /** Whether any of it runs from right to left. Any thread. */
  public static boolean isIn(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= FIRST) {
        char[] letters = text.toCharArray();
        return Bidi.requiresBidi(letters, i, letters.length);
      }
    }
    return false;
  }

  /** Whether its first letter does, so that it is read from there. Any thread. */
  public static boolean isFirstIn(String text) {
    return isIn(text) && !new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight();
  }

  /** Breaks lines unless the text runs from right to left. FX thread. */
  public static void wrap(Labeled label) {
    label.wrapTextProperty().bind(label.textProperty().map(text -> !isIn(text)).orElse(true));
  }

  /** Breaks lines unless the text runs from right to left. Takes the formatter. FX thread. */
  public static void wrap(TextArea area) {
    turn(area, area.getText());
    area.skinProperty().subscribe(() -> turn(area, area.getText()));
    area.setTextFormatter(
        new TextFormatter<>(
            change -> {
              if (change.isContentChange()) {
                turn(area, change.getControlNewText());
              }
              return change;
            }));
  }

  /**
   * Makes an area ready for a text, before the text comes: it is measured at once, in the width of
   * the one before, and always in the width it has.
   */
  private static void turn(TextArea area, String text) {
    boolean turned = isIn(text);
    area.setWrapText(!turned);
    if (turned) {
      for (Node words : area.lookupAll(".text")) {
        ((Text) words).setWrappingWidth(0);
      }
    }
    if (area.lookup(".content") instanceof Region content) {
      Bounds bounds = turned ? bounds(text, area.getFont()) : null;
      double beside = content.snappedLeftInset() + content.snappedRightInset() + SLACK;
      double around = content.snappedTopInset() + content.snappedBottomInset();
      content.setMinWidth(bounds == null ? COMPUTED : bounds.getWidth() + beside);
      content.setMinHeight(bounds == null ? COMPUTED : 0);
      content.setPrefHeight(bounds == null ? COMPUTED : bounds.getHeight() + around);
    }
  }

  private static Bounds bounds(String words, Font font) {
    Text text = new Text(words);
    text.setFont(font);
    return text.getLayoutBounds();
  }
}
