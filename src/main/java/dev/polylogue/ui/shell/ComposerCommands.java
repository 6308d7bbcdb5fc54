package dev.polylogue.ui.shell;

import static dev.polylogue.ui.shell.CommandGroup.ALT;
import static dev.polylogue.ui.shell.CommandGroup.CTRL;
import static dev.polylogue.ui.shell.CommandGroup.keys;

import dev.polylogue.ui.composer.ComposerViewModel;
import javafx.scene.input.KeyCode;

/** Writing a prompt, sending and stopping. */
final class ComposerCommands {
  /** What only the views can do. */
  interface Views {
    void focusComposer();

    void attach();
  }

  private ComposerCommands() {}

  static void add(CommandGroup group, Desk desk, Views views) {
    ComposerViewModel composer = desk.composer();
    group.add(
        "composer.send",
        "command.send",
        keys(KeyCode.ENTER, CTRL),
        composer::send,
        composer.sendableProperty());
    group.add(
        "composer.sendCurrent",
        "command.sendCurrent",
        keys(KeyCode.ENTER, ALT),
        composer::sendToCurrent,
        composer.sendableToCurrentProperty());
    group.add(
        "composer.stop",
        "command.stop",
        keys(KeyCode.ESCAPE),
        composer::stopAll,
        composer.liveProperty());
    group
        .everywhere()
        .add("composer.attach", "command.attach", keys(KeyCode.O, CTRL), views::attach);
    group
        .everywhere()
        .add("composer.focus", "command.compose", keys(KeyCode.L, CTRL), views::focusComposer);
  }
}
