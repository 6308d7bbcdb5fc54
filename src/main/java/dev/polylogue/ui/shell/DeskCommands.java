package dev.polylogue.ui.shell;

import dev.polylogue.ui.chat.ChatViewModel;
import dev.polylogue.ui.chat.PaneViewModel;
import dev.polylogue.ui.command.Command;
import dev.polylogue.ui.command.Commands;
import dev.polylogue.ui.kit.Texts;
import java.util.function.IntConsumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.Modifier;
import org.jspecify.annotations.Nullable;

/** Everything that can be done in the window. */
final class DeskCommands {
  /** What only the views can do. */
  interface Views {
    void focusComposer();

    void attach();

    void focusPane(int place);

    void addPane();

    void rename();

    void showShortcuts();
  }

  private static final Modifier CTRL = KeyCombination.SHORTCUT_DOWN;
  private static final Modifier SHIFT = KeyCombination.SHIFT_DOWN;

  private final Desk desk;
  private final Texts texts;
  private final Commands commands = new Commands();
  private final ObservableBooleanValue always = new SimpleBooleanProperty(true);

  private DeskCommands(Desk desk, Texts texts) {
    this.desk = desk;
    this.texts = texts;
  }

  static Commands of(Desk desk, Views views, Texts texts) {
    DeskCommands made = new DeskCommands(desk, texts);
    made.addComposing(views);
    made.addComparison(views);
    made.addPanes(views);
    made.addWindow(views);
    return made.commands;
  }

  private void addComposing(Views views) {
    add(
        "composer.send",
        "command.send",
        keys(KeyCode.ENTER, CTRL),
        desk.composer()::send,
        desk.composer().sendableProperty());
    add(
        "composer.sendCurrent",
        "command.sendCurrent",
        keys(KeyCode.ENTER, KeyCombination.ALT_DOWN),
        desk.composer()::sendToCurrent,
        desk.composer().sendableToCurrentProperty());
    add(
        "composer.stop",
        "command.stop",
        keys(KeyCode.ESCAPE),
        desk.composer()::stopAll,
        desk.composer().liveProperty());
    add("composer.attach", "command.attach", keys(KeyCode.O, CTRL), views::attach, always);
    add("composer.focus", "command.compose", keys(KeyCode.L, CTRL), views::focusComposer, always);
  }

  private void addComparison(Views views) {
    add("comparison.new", "command.new", keys(KeyCode.N, CTRL), desk::newComparison, always);
    add("comparison.rename", "command.rename", keys(KeyCode.F2), views::rename, always);
  }

  private void addPanes(Views views) {
    ChatViewModel chat = desk.chat();
    BooleanBinding several = Bindings.size(chat.panes()).greaterThan(1);
    add(
        "pane.regenerate",
        "command.regenerate",
        keys(KeyCode.R, CTRL),
        chat::regenerate,
        Bindings.createBooleanBinding(this::canRegenerate, chat.currentProperty(), chat.panes()));
    add("pane.add", "command.addPane", keys(KeyCode.T, CTRL), views::addPane, always);
    add(
        "pane.close",
        "command.closePane",
        keys(KeyCode.W, CTRL),
        () -> withCurrent(place -> chat.closePane(chat.panes().get(place))),
        several);
    add(
        "pane.left",
        "command.paneLeft",
        keys(KeyCode.LEFT, CTRL, SHIFT),
        () -> withCurrent(place -> chat.move(chat.panes().get(place), place - 1)),
        several);
    add(
        "pane.right",
        "command.paneRight",
        keys(KeyCode.RIGHT, CTRL, SHIFT),
        () -> withCurrent(place -> chat.move(chat.panes().get(place), place + 1)),
        several);
    for (int i = 0; i < 9; i++) {
      int place = i;
      commands.add(
          new Command(
              "pane.focus." + (i + 1),
              texts.get("command.focusPane", i + 1),
              keys(KeyCode.valueOf("DIGIT" + (i + 1)), CTRL),
              () -> views.focusPane(place),
              Bindings.size(chat.panes()).greaterThan(i)));
    }
  }

  private void addWindow(Views views) {
    ShellViewModel shell = desk.shell();
    add("sidebar.toggle", "command.sidebar", keys(KeyCode.B, CTRL), shell::toggleSidebar, always);
    add(
        "inspector.toggle",
        "command.inspector",
        keys(KeyCode.I, CTRL),
        desk.inspector()::toggle,
        always);
    add(
        "page.chat",
        "command.chat",
        null,
        () -> shell.pageProperty().set(ShellViewModel.Page.CHAT),
        always);
    add(
        "page.settings",
        "command.settings",
        keys(KeyCode.COMMA, CTRL),
        () -> shell.pageProperty().set(ShellViewModel.Page.SETTINGS),
        always);
    add("help.shortcuts", "command.shortcuts", keys(KeyCode.F1), views::showShortcuts, always);
  }

  private boolean canRegenerate() {
    PaneViewModel current = desk.chat().currentProperty().get();
    return current != null && !current.busyProperty().get() && !current.turns().isEmpty();
  }

  private void withCurrent(IntConsumer action) {
    PaneViewModel current = desk.chat().currentProperty().get();
    int place = desk.chat().panes().indexOf(current);
    if (place >= 0) {
      action.accept(place);
    }
  }

  private void add(
      String id,
      String key,
      @Nullable KeyCombination keys,
      Runnable action,
      ObservableBooleanValue enabled) {
    commands.add(new Command(id, texts.get(key), keys, action, enabled));
  }

  private static KeyCombination keys(KeyCode code, Modifier... modifiers) {
    return new KeyCodeCombination(code, modifiers);
  }
}
