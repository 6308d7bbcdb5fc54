package dev.polylogue.ui.shell;

import static dev.polylogue.ui.shell.CommandGroup.CTRL;
import static dev.polylogue.ui.shell.CommandGroup.SHIFT;
import static dev.polylogue.ui.shell.CommandGroup.keys;

import dev.polylogue.settings.Settings.Layout;
import dev.polylogue.ui.chat.ArrangementViewModel;
import dev.polylogue.ui.layout.Proportions;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.input.KeyCode;

/**
 * How the panes stand, and how wide. Their keys have no Alt with Ctrl, which writes characters on
 * many keyboards.
 */
final class LayoutCommands {
  private static final double STEP = 40;

  /** What only the views can do. */
  interface Views {
    /** Makes the focused pane wider and taller, by pixels. */
    void resizePane(double wider, double taller);
  }

  private LayoutCommands() {}

  static void add(CommandGroup group, ArrangementViewModel arrangement, Views views) {
    group.add(
        "layout.columns",
        "command.layout.columns",
        keys(KeyCode.DIGIT1, CTRL, SHIFT),
        () -> arrangement.choose(Layout.COLUMNS));
    group.add(
        "layout.grid",
        "command.layout.grid",
        keys(KeyCode.DIGIT2, CTRL, SHIFT),
        () -> arrangement.choose(Layout.GRID));
    group.add(
        "layout.focus",
        "command.layout.focus",
        keys(KeyCode.DIGIT3, CTRL, SHIFT),
        () -> arrangement.choose(Layout.FOCUS));
    BooleanBinding beside = arrangement.layoutProperty().isNotEqualTo(Layout.FOCUS);
    BooleanBinding grid = arrangement.layoutProperty().isEqualTo(Layout.GRID);
    group.add(
        "pane.wider",
        "command.paneWider",
        keys(KeyCode.PERIOD, CTRL, SHIFT),
        () -> views.resizePane(STEP, 0),
        beside);
    group.add(
        "pane.narrower",
        "command.paneNarrower",
        keys(KeyCode.COMMA, CTRL, SHIFT),
        () -> views.resizePane(-STEP, 0),
        beside);
    group.add("pane.taller", "command.paneTaller", null, () -> views.resizePane(0, STEP), grid);
    group.add("pane.shorter", "command.paneShorter", null, () -> views.resizePane(0, -STEP), grid);
    group.add(
        "pane.even",
        "command.panesEven",
        keys(KeyCode.EQUALS, CTRL, SHIFT),
        () -> arrangement.resize(Proportions.EVEN),
        beside);
  }
}
