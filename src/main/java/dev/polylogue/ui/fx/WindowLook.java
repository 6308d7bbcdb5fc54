package dev.polylogue.ui.fx;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.application.Application;
import javafx.css.PseudoClass;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/**
 * What decides how everything in a window is styled. To style again what is styled already costs as
 * much as to make it, so it is done only where this is another than before. FX thread.
 *
 * @param window the very scene
 * @param sheets of the program, of the window and of its root
 * @param states of the root
 */
public record WindowLook(Scene window, List<String> sheets, Set<PseudoClass> states) {
  public static WindowLook of(Scene window) {
    Parent root = window.getRoot();
    return new WindowLook(
        window,
        List.of(
            sheet(Application.getUserAgentStylesheet()),
            sheet(window.getUserAgentStylesheet()),
            String.join(" ", window.getStylesheets()),
            String.join(" ", root.getStylesheets())),
        Set.copyOf(root.getPseudoClassStates()));
  }

  private static String sheet(@Nullable String address) {
    return Objects.requireNonNullElse(address, "");
  }
}
