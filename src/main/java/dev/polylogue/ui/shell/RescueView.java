package dev.polylogue.ui.shell;

import atlantafx.base.theme.Styles;
import dev.polylogue.settings.Settings;
import dev.polylogue.ui.kit.Buttons;
import dev.polylogue.ui.kit.Clips;
import dev.polylogue.ui.kit.RightToLeft;
import dev.polylogue.ui.kit.Texts;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.VPos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * What can be done about data that is damaged or can't be opened: in the window's place, where
 * there would else be an empty list, or above it. FX thread.
 */
public final class RescueView extends VBox {
  private final RescueViewModel rescue;
  private final GridPane choices = new GridPane(12, 12);
  private final Button leave;

  /**
   * What it stands in.
   *
   * @param where says where the data lies and what was done to it
   * @param showFolder shows that place to the user
   * @param leave does none of it
   */
  public record Frame(String title, String where, Runnable showFolder, Button leave) {}

  public RescueView(RescueViewModel rescue, Frame frame, Texts texts) {
    this.rescue = rescue;
    this.leave = frame.leave;
    getStyleClass().add("broken");
    Label title = new Label(frame.title);
    title.getStyleClass().add("page-title");
    Label what = wrapped();
    what.textProperty().bind(rescue.sentenceProperty());
    Label where = wrapped();
    where.setText(frame.where);
    where.getStyleClass().add("muted");
    ProgressIndicator progress = new ProgressIndicator();
    progress.setPrefSize(20, 20);
    Label working = new Label(texts.get("rescue.busy"), progress);
    working.visibleProperty().bind(rescue.busyProperty());
    working.managedProperty().bind(working.visibleProperty());
    ColumnConstraints buttons = new ColumnConstraints();
    buttons.setMinWidth(USE_PREF_SIZE);
    ColumnConstraints abouts = new ColumnConstraints();
    abouts.setHgrow(Priority.ALWAYS);
    choices.getColumnConstraints().setAll(buttons, abouts);
    choices.disableProperty().bind(rescue.busyProperty());
    rescue.choices().addListener((ListChangeListener<RescueViewModel.Choice>) change -> arrange());
    arrange();
    Button copy =
        Buttons.words(
            texts.get("shell.broken.copy"),
            () -> Clips.copy(what.getText() + "\n" + where.getText()));
    Button show = Buttons.words(texts.get("rescue.folder"), frame.showFolder);
    getChildren().addAll(title, what, where, choices, working, new HBox(8, show, copy, leave));
  }

  /** What the keyboard is to be on first. */
  Button first() {
    return leave;
  }

  private void arrange() {
    choices.getChildren().clear();
    for (RescueViewModel.Choice choice : rescue.choices()) {
      add(choice);
    }
  }

  /** The first way is the one to be recommended. */
  private void add(RescueViewModel.Choice choice) {
    boolean first = choice.equals(rescue.choices().getFirst());
    String[] styles = first ? new String[] {Styles.ACCENT} : new String[0];
    Button button = Buttons.words(choice.words(), () -> rescue.choose(choice), styles);
    button.setMinWidth(USE_PREF_SIZE);
    button.setMaxWidth(Double.MAX_VALUE);
    button.setAccessibleText(choice.words() + ". " + choice.about());
    Label about = wrapped();
    about.setText(choice.about());
    about.getStyleClass().add("muted");
    GridPane.setValignment(about, VPos.CENTER);
    choices.addRow(choices.getRowCount(), button, about);
  }

  /** A scene of its own for it, dressed as the system is. */
  public Scene scene() {
    ScrollPane scroll = new ScrollPane(this);
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
