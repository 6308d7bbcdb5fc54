package dev.polylogue.ui.kit;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;

/** Makes the buttons that the screens share. */
public final class Buttons {
  private Buttons() {}

  /** A flat button that shows only an icon; the words are its tooltip and accessible name. */
  public static Button icon(Feather icon, String words, Runnable action) {
    Button button = new Button(null, Icons.of(icon));
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "quiet-button");
    button.setOnAction(event -> action.run());
    named(button, words);
    return button;
  }

  /** A button with words. */
  public static Button words(String words, Runnable action, String... styles) {
    Button button = new Button(words);
    button.setMnemonicParsing(false);
    button.getStyleClass().addAll(styles);
    button.setOnAction(event -> action.run());
    return button;
  }

  /** Gives a button its tooltip and its accessible name. */
  public static void named(ButtonBase button, String words) {
    button.setTooltip(new Tooltip(words));
    button.setAccessibleText(words);
  }
}
