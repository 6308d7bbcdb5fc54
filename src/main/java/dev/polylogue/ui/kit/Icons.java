package dev.polylogue.ui.kit;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Makes icons; their size and colour come from the style sheet. */
public final class Icons {
  private Icons() {}

  public static FontIcon of(Feather icon) {
    return new FontIcon(icon);
  }
}
