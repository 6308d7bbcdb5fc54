package dev.polylogue.ui.shell;

import atlantafx.base.theme.Styles;
import dev.polylogue.settings.Settings.Layout;
import dev.polylogue.ui.chat.ArrangementViewModel;
import dev.polylogue.ui.command.Commands;
import dev.polylogue.ui.kit.Icons;
import dev.polylogue.ui.kit.Texts;
import java.util.List;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** Chooses how the panes stand. FX thread. */
final class LayoutSwitch extends HBox {
  private final List<ToggleButton> segments;

  LayoutSwitch(ArrangementViewModel arrangement, Commands commands, Texts texts) {
    getStyleClass().add("layout-switch");
    setMinWidth(USE_PREF_SIZE);
    setFillHeight(false);
    setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    ToggleButton columns = new ToggleButton(texts.get("layout.columns"), Icons.of(Feather.COLUMNS));
    ToggleButton grid = new ToggleButton(texts.get("layout.grid"), Icons.of(Feather.GRID));
    ToggleButton focus = new ToggleButton(texts.get("layout.focus"), Icons.of(Feather.MAXIMIZE));
    columns.getStyleClass().add(Styles.LEFT_PILL);
    grid.getStyleClass().add(Styles.CENTER_PILL);
    focus.getStyleClass().add(Styles.RIGHT_PILL);
    segments =
        List.of(
            segment(arrangement, Layout.COLUMNS, commands.bind("layout.columns", columns)),
            segment(arrangement, Layout.GRID, commands.bind("layout.grid", grid)),
            segment(arrangement, Layout.FOCUS, commands.bind("layout.focus", focus)));
    getChildren().setAll(segments);
  }

  private static ToggleButton segment(
      ArrangementViewModel arrangement, Layout meant, ToggleButton segment) {
    segment.getStyleClass().add("segment");
    arrangement.layoutProperty().subscribe(now -> segment.setSelected(now == meant));
    // A second click on the chosen one does not leave nothing chosen.
    segment
        .selectedProperty()
        .subscribe(selected -> segment.setSelected(arrangement.layoutProperty().get() == meant));
    return segment;
  }

  /** Shows the names beside the icons, or the icons alone. */
  void spell(boolean spelled) {
    for (ToggleButton segment : segments) {
      segment.setContentDisplay(spelled ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY);
    }
  }
}
