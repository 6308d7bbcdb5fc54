package dev.polylogue.ui.shell;

import dev.polylogue.ui.command.Command;
import dev.polylogue.ui.command.Commands;
import dev.polylogue.ui.command.Shortcut;
import dev.polylogue.ui.kit.Texts;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/** Adds the commands of one group, in the words of the screen. FX thread. */
final class CommandGroup {
  static final KeyCombination.Modifier CTRL = KeyCombination.SHORTCUT_DOWN;
  static final KeyCombination.Modifier SHIFT = KeyCombination.SHIFT_DOWN;
  static final KeyCombination.Modifier ALT = KeyCombination.ALT_DOWN;
  static final ObservableBooleanValue ALWAYS = new SimpleBooleanProperty(true);

  private final Commands commands;
  private final Texts texts;
  private final String name;
  private final ObservableBooleanValue heard;

  /**
   * @param key of the name of the group
   */
  CommandGroup(Commands commands, Texts texts, String key) {
    this(commands, texts, texts.get(key), ALWAYS);
  }

  private CommandGroup(Commands commands, Texts texts, String name, ObservableBooleanValue heard) {
    this.commands = commands;
    this.texts = texts;
    this.name = name;
    this.heard = heard;
  }

  /** The same group, whose keys are listened for only where what they act on is on screen. */
  CommandGroup heard(ObservableBooleanValue where) {
    return new CommandGroup(commands, texts, name, where);
  }

  /** The same group, whose keys are listened for everywhere: they lead to what they act on. */
  CommandGroup everywhere() {
    return heard(ALWAYS);
  }

  /**
   * @param key of the words of the command, with the arguments they take
   */
  void add(
      String id,
      Words key,
      @Nullable KeyCombination keys,
      Runnable action,
      ObservableBooleanValue enabled) {
    Command.Wording wording =
        new Command.Wording(
            texts.get(key.key, key.arguments),
            texts.find(key.key + ".also"),
            texts.find(key.key + ".needs"));
    Shortcut shortcut = keys == null ? null : new Shortcut(keys, heard);
    commands.add(new Command(id, name, wording, shortcut, action, enabled));
  }

  void add(String id, String key, @Nullable KeyCombination keys, Runnable action) {
    add(id, key, keys, action, ALWAYS);
  }

  void add(
      String id,
      String key,
      @Nullable KeyCombination keys,
      Runnable action,
      ObservableBooleanValue enabled) {
    add(id, new Words(key), keys, action, enabled);
  }

  /** Words of the screen that have something to fill in. */
  static final class Words {
    private final String key;
    private final Object[] arguments;

    Words(String key, Object... arguments) {
      this.key = key;
      this.arguments = arguments;
    }
  }

  static KeyCombination keys(KeyCode code, KeyCombination.Modifier... modifiers) {
    return new KeyCodeCombination(code, modifiers);
  }
}
