package dev.polylogue.ui.kit;

import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
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
 * window is not drawn any more. So no run is left that would have to be broken: words are laid out
 * one by one where that can be had, and elsewhere such a text stays on one line.
 */
public final class RightToLeft {
  /** The first letter that is written from right to left is Hebrew. */
  private static final char FIRST = 0x590;

  /** A longer word is cut: it might not fit into the narrowest pane. */
  private static final int LONGEST = 24;

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

  /** The words, each with the blanks behind it; together they are the text. Any thread. */
  public static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int from = 0;
    for (int i = 1; i < text.length(); i++) {
      boolean begins = isBlank(text.charAt(i - 1)) && !isBlank(text.charAt(i));
      boolean splits = Character.isLowSurrogate(text.charAt(i));
      if (begins || (i - from >= LONGEST && !splits)) {
        words.add(text.substring(from, i));
        from = i;
      }
    }
    words.add(text.substring(from));
    return words;
  }

  /** Whether two pieces of text may be laid out as one. Any thread. */
  public static boolean mayJoin(String left, String right) {
    if (!isIn(left) && !isIn(right)) {
      return true;
    }
    boolean inAWord = !left.isEmpty() && !isBlank(left.charAt(left.length() - 1));
    return left.isEmpty() || right.isEmpty() || (inAWord && words(left + right).size() == 1);
  }

  private static boolean isBlank(char letter) {
    return Character.isWhitespace(letter);
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
