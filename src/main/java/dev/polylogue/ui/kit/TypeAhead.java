package dev.polylogue.ui.kit;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;

/**
 * Selects the entry of a list whose name begins with what is typed there; the same letter again
 * goes on to the next one. FX thread.
 */
public final class TypeAhead<T> {
  /** After so long what is typed begins another word. */
  private static final Duration PAUSE = Duration.seconds(1);

  private final ListView<T> list;
  private final Function<T, String> name;
  private final PauseTransition pause = new PauseTransition(PAUSE);
  private String typed = "";

  /**
   * @param name of an entry; {@code ""} for what can't be selected, such as a heading
   */
  public TypeAhead(ListView<T> list, Function<T, String> name) {
    this.list = list;
    this.name = name;
    pause.setOnFinished(event -> typed = "");
    list.addEventHandler(KeyEvent.KEY_TYPED, this::type);
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
  }

  /** Letters are for the list while it has the keyboard, whatever command has them elsewhere. */
  private void press(KeyEvent event) {
    boolean space = event.getCode().isWhitespaceKey() && " ".equals(event.getText());
    boolean wanted =
        event.getCode().isLetterKey() || event.getCode().isDigitKey() || (space && isTyping());
    if (wanted && isMeant(event)) {
      event.consume();
    }
  }

  private void type(KeyEvent event) {
    String character = event.getCharacter();
    boolean visible = !character.isEmpty() && character.codePointAt(0) >= ' ';
    if (visible && isMeant(event) && (isTyping() || !character.isBlank())) {
      typed += character;
      pause.playFromStart();
      int found =
          next(
              list.getItems().stream().map(name).toList(),
              list.getSelectionModel().getSelectedIndex(),
              typed);
      if (found >= 0) {
        list.getSelectionModel().select(found);
        list.scrollTo(Math.max(0, found - 2));
      }
      event.consume();
    }
  }

  private boolean isMeant(KeyEvent event) {
    return list.equals(event.getTarget())
        && !event.isAltDown()
        && !event.isControlDown()
        && !event.isMetaDown();
  }

  private boolean isTyping() {
    return pause.getStatus() == Animation.Status.RUNNING;
  }

  /**
   * Which entry is meant; it stays as long as what is typed goes on to fit.
   *
   * @param from the one that is selected, or -1
   * @return -1 where none is called so
   */
  static int next(List<String> names, int from, String typed) {
    String wanted = typed.toLowerCase(Locale.ROOT);
    boolean sameAgain = wanted.codePoints().distinct().count() == 1;
    return sameAgain
        ? begins(names, from + 1, wanted.substring(0, wanted.offsetByCodePoints(0, 1)))
        : begins(names, from, wanted);
  }

  private static int begins(List<String> names, int from, String wanted) {
    int count = names.size();
    for (int i = 0; i < count; i++) {
      int at = Math.floorMod(Math.max(0, from) + i, count);
      if (names.get(at).toLowerCase(Locale.ROOT).startsWith(wanted)) {
        return at;
      }
    }
    return -1;
  }
}
