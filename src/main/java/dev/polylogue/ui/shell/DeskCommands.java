package dev.polylogue.ui.shell;

import dev.polylogue.ui.command.Commands;
import dev.polylogue.ui.kit.Texts;
import javafx.scene.input.KeyCode;

/** Everything that can be done in the window, group by group, in the order of the help. */
final class DeskCommands {
  /** What only the views can do. */
  interface Views
      extends ComposerCommands.Views,
          PaneCommands.Views,
          ReadingCommands.Views,
          SearchCommands.Views,
          DiffCommands.Views,
          BranchCommands.Views,
          PresetCommands.Views,
          LayoutCommands.Views,
          SetCommands.Views,
          OrderCommands.Views,
          VoteCommands.Views,
          PhotoCommands.Views,
          StudioCommands.Views,
          TransferCommands.Views,
          WindowCommands.Views {
    void rename();
  }

  private DeskCommands() {}

  static Commands of(Desk desk, Views views, Texts texts) {
    Commands commands = new Commands();
    ComposerCommands.add(new CommandGroup(commands, texts, "group.composer"), desk, views);
    CommandGroup comparison = new CommandGroup(commands, texts, "group.comparison");
    comparison.add(
        "comparison.new",
        "command.new",
        CommandGroup.keys(KeyCode.N, CommandGroup.CTRL),
        () -> {
          views.focusComposer();
          desk.newComparison();
        });
    comparison.add(
        "comparison.rename", "command.rename", CommandGroup.keys(KeyCode.F2), views::rename);
    OrderCommands.add(comparison, desk, views);
    SetCommands.add(comparison, views);
    SearchCommands.add(comparison, desk, views);
    TransferCommands.add(comparison, views);
    PaneCommands.add(new CommandGroup(commands, texts, "group.pane"), desk.chat(), views);
    DiffCommands.add(new CommandGroup(commands, texts, "group.diff"), desk, views);
    ReadingCommands.add(new CommandGroup(commands, texts, "group.reading"), desk.reading(), views);
    BranchCommands.addPanes(new CommandGroup(commands, texts, "group.pane"), desk.chat(), views);
    BranchCommands.addReplies(new CommandGroup(commands, texts, "group.reply"), desk.chat(), views);
    PresetCommands.add(new CommandGroup(commands, texts, "group.pane"), desk.chat(), views);
    LayoutCommands.add(
        new CommandGroup(commands, texts, "group.layout"), desk.arrangement(), views);
    VoteCommands.add(new CommandGroup(commands, texts, "group.vote"), desk, views);
    WindowCommands.add(new CommandGroup(commands, texts, "group.window"), desk, views);
    PhotoCommands.add(new CommandGroup(commands, texts, "group.photo"), desk, views);
    StudioCommands.add(new CommandGroup(commands, texts, "group.photo"), desk, views);
    return commands;
  }
}
