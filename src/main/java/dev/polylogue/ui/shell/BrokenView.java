package dev.polylogue.ui.shell;

import atlantafx.base.theme.Styles;
import dev.polylogue.settings.Settings;
import dev.polylogue.ui.kit.Buttons;
import dev.polylogue.ui.kit.Clips;
import dev.polylogue.ui.kit.RightToLeft;
import dev.polylogue.ui.kit.Texts;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * Stands in the window when the data can't be opened, with what can be done about it: never an
 * empty list. FX thread.
 */
public final class BrokenView extends VBox {
  private final RescueViewModel rescue;
  private final VBox choices = new VBox(12);

  public BrokenView(RescueViewModel rescue, String folder, Texts texts, Runnable quit) {
    this.rescue = rescue;
    getStyleClass().add("broken");
    Label title = new Label(texts.get("shell.broken.title"));
    title.getStyleClass().add("page-title");
    Label what = wrapped();
    what.textProperty().bind(rescue.sentenceProperty());
    Label where = wrapped();
    where.setText(texts.get("shell.broken.folder", folder));
    where.getStyleClass().add("muted");
    ProgressIndicator progress = new ProgressIndicator();
    progress.setPrefSize(20, 20);
    Label working = new Label(texts.get("rescue.busy"), progress);
    working.visibleProperty().bind(rescue.busyProperty());
    working.managedProperty().bind(working.visibleProperty());
    choices.disableProperty().bind(rescue.busyProperty());
    rescue.choices().addListener((ListChangeListener<RescueViewModel.Choice>) change -> arrange());
    arrange();
    Button copy =
        Buttons.words(
            texts.get("shell.broken.copy"),
            () -> Clips.copy(what.getText() + "\n" + where.getText()));
    HBox buttons = new HBox(8, copy, Buttons.words(texts.get("shell.broken.quit"), quit));
    getChildren().addAll(title, what, where, choices, working, buttons);
  }

  private void arrange() {
    choices.getChildren().setAll(rescue.choices().stream().map(this::row).toList());
  }

  /** The first way is the one to be recommended. */
  private Node row(RescueViewModel.Choice choice) {
    boolean first = choice.equals(rescue.choices().getFirst());
    String[] styles = first ? new String[] {Styles.ACCENT} : new String[0];
    Button button = Buttons.words(choice.words(), () -> rescue.choose(choice), styles);
    button.setMinWidth(310);
    button.setAccessibleText(choice.words() + ". " + choice.about());
    Label about = wrapped();
    about.setText(choice.about());
    about.getStyleClass().add("muted");
    HBox.setHgrow(about, Priority.ALWAYS);
    HBox row = new HBox(12, button, about);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  /** A scene for it, dressed as the system is. */
  public static Scene scene(BrokenView view) {
    ScrollPane scroll = new ScrollPane(view);
    scroll.setFitToWidth(true);
    StackPane root = new StackPane(scroll);
    root.getStyleClass().add("window");
    new Theme(new SimpleObjectProperty<>(Settings.Appearance.SYSTEM), root);
    return new Scene(root, 800, 560);
  }

  private static Label wrapped() {
    Label label = new Label();
    RightToLeft.wrap(label);
    return label;
  }
}
