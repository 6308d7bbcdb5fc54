package dev.polylogue.ui.shell;

import dev.polylogue.settings.Settings;
import dev.polylogue.ui.kit.Buttons;
import dev.polylogue.ui.kit.Clips;
import dev.polylogue.ui.kit.RightToLeft;
import dev.polylogue.ui.kit.Texts;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Stands in the window when the data can't be opened: never an empty list. FX thread. */
public final class BrokenView extends VBox {

  /**
   * @param sentence what went wrong, for people
   */
  public BrokenView(String sentence, String folder, Texts texts, Runnable quit) {
    getStyleClass().add("broken");
    Label title = new Label(texts.get("shell.broken.title"));
    title.getStyleClass().add("page-title");
    Label what = wrapped(sentence);
    Label where = wrapped(texts.get("shell.broken.folder", folder));
    where.getStyleClass().add("muted");
    HBox buttons =
        new HBox(
            8,
            Buttons.words(
                texts.get("shell.broken.copy"),
                () -> Clips.copy(sentence + "\n" + where.getText())),
            Buttons.words(texts.get("shell.broken.quit"), quit));
    getChildren().addAll(title, what, where, buttons);
  }

  /** A scene for it, dressed as the system is. */
  public static Scene scene(BrokenView view) {
    StackPane root = new StackPane(view);
    root.getStyleClass().add("window");
    new Theme(new SimpleObjectProperty<>(Settings.Appearance.SYSTEM), root);
    return new Scene(root, 800, 560);
  }

  private static Label wrapped(String text) {
    Label label = new Label(text);
    RightToLeft.wrap(label);
    return label;
  }
}
