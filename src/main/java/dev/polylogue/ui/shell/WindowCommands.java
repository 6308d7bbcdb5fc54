package dev.polylogue.ui.shell;

import static dev.polylogue.ui.shell.CommandGroup.CTRL;
import static dev.polylogue.ui.shell.CommandGroup.SHIFT;
import static dev.polylogue.ui.shell.CommandGroup.keys;

import dev.polylogue.settings.Settings.Appearance;
import dev.polylogue.ui.settings.HealthViewModel;
import java.util.Locale;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import javafx.stage.WindowEvent;

/** What stands in the window, and help. */
final class WindowCommands {
  /** What only the views can do. */
  interface Views {
    void showShortcuts();

    void showPalette();

    void showMenu();

    Scene scene();
  }

  private WindowCommands() {}

  static void add(CommandGroup group, Desk desk, Views views) {
    ShellViewModel shell = desk.shell();
    group.add("palette.show", "command.palette", keys(KeyCode.K, CTRL), views::showPalette);
    group.add("menu.show", "command.menu", keys(KeyCode.F10), views::showMenu);
    group.add("sidebar.toggle", "command.sidebar", keys(KeyCode.B, CTRL), shell::toggleSidebar);
    group.add(
        "inspector.toggle", "command.inspector", keys(KeyCode.I, CTRL), desk.inspector()::toggle);
    group.add(
        "page.chat",
        "command.chat",
        null,
        () -> shell.pageProperty().set(ShellViewModel.Page.CHAT));
    group.add(
        "page.images",
        "command.images",
        keys(KeyCode.M, CTRL, SHIFT),
        () -> shell.pageProperty().set(ShellViewModel.Page.IMAGES));
    group.add(
        "page.insights",
        "command.insights",
        null,
        () -> shell.pageProperty().set(ShellViewModel.Page.INSIGHTS));
    group.add(
        "page.settings",
        "command.settings",
        keys(KeyCode.COMMA, CTRL),
        () -> shell.pageProperty().set(ShellViewModel.Page.SETTINGS));
    group.add("history.examine", "command.examine", null, () -> onSettings(desk).examine());
    group.add("history.backup", "command.backup", null, () -> onSettings(desk).backUp());
    for (Appearance appearance : Appearance.values()) {
      String word = appearance.name().toLowerCase(Locale.ROOT);
      group.add(
          "looks." + word,
          "command.looks." + word,
          null,
          () -> desk.settings().looks().choose(appearance));
    }
    group.add("help.shortcuts", "command.shortcuts", keys(KeyCode.F1), views::showShortcuts);
    group.add(
        "window.quit",
        "command.quit",
        keys(KeyCode.Q, CTRL),
        () -> quit(views.scene().getWindow()));
  }

  /** As closing the window does. */
  private static void quit(Window shown) {
    Event.fireEvent(shown, new WindowEvent(shown, WindowEvent.WINDOW_CLOSE_REQUEST));
  }

  private static HealthViewModel onSettings(Desk desk) {
    desk.shell().pageProperty().set(ShellViewModel.Page.SETTINGS);
    return desk.settings().health();
  }
}
