package dev.polylogue.ui.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.polylogue.settings.Settings.Appearance;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Parent;

/** Dresses the program light or dark, as chosen or as the system is. FX thread. */
final class Theme {
  private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");

  private final ObservableValue<Appearance> wanted;
  private final Parent root;

  Theme(ObservableValue<Appearance> wanted, Parent root) {
    this.wanted = wanted;
    this.root = root;
    root.getStylesheets().add(sheet("polylogue.css"));
    wanted.addListener((property, before, now) -> apply());
    Platform.getPreferences().colorSchemeProperty().addListener((property, before, now) -> apply());
    apply();
  }

  private static String sheet(String name) {
    return String.valueOf(Theme.class.getResource("/css/" + name));
  }

  private void apply() {
    boolean dark =
        switch (wanted.getValue()) {
          case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
          case LIGHT -> false;
          case DARK -> true;
        };
    Application.setUserAgentStylesheet(
        dark
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
    root.pseudoClassStateChanged(DARK, dark);
  }
}
