package dev.polylogue.ui.shell;

import dev.polylogue.ui.command.Commands;
import dev.polylogue.ui.kit.Texts;
import java.util.function.Function;
import javafx.beans.binding.BooleanBinding;
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
    BooleanBinding chat = desk.shell().pageProperty().isEqualTo(ShellViewModel.Page.CHAT);
    Function<String, CommandGroup> inChat =
        name -> new CommandGroup(commands, texts, name).heard(chat);
    ComposerCommands.add(inChat.apply("group.composer"), desk, views);
    CommandGroup comparison = new CommandGroup(commands, texts, "group.comparison");
    comparison.add(
        "comparison.new",
        "command.new",
        CommandGroup.keys(KeyCode.N, CommandGroup.CTRL),
        () -> {
          views.focusComposer();
          desk.newComparison();
        });
    comparison
        .heard(chat)
        .add("comparison.rename", "command.rename", CommandGroup.keys(KeyCode.F2), views::rename);
    OrderCommands.add(comparison.heard(chat), desk, views);
    SetCommands.add(comparison, views);
    SearchCommands.add(comparison, desk, views);
    TransferCommands.add(comparison, views);
    PaneCommands.add(inChat.apply("group.pane"), desk.chat(), views);
    DiffCommands.add(inChat.apply("group.diff"), desk, views);
    ReadingCommands.add(inChat.apply("group.reading"), desk, views);
    BranchCommands.addPanes(inChat.apply("group.pane"), desk.chat(), views);
    BranchCommands.addReplies(inChat.apply("group.reply"), desk.chat(), views);
    PresetCommands.add(inChat.apply("group.pane"), desk.chat(), views);
    LayoutCommands.add(inChat.apply("group.layout"), desk.arrangement(), views);
    VoteCommands.add(inChat.apply("group.vote"), desk, views);
    WindowCommands.add(new CommandGroup(commands, texts, "group.window"), desk, views);
    PhotoCommands.add(new CommandGroup(commands, texts, "group.photo"), desk, views);
    StudioCommands.add(new CommandGroup(commands, texts, "group.photo"), desk, views);
    return commands;
  }
}
