package dev.polylogue.ui.shell;

import static dev.polylogue.ui.shell.CommandGroup.ALT;
import static dev.polylogue.ui.shell.CommandGroup.CTRL;
import static dev.polylogue.ui.shell.CommandGroup.SHIFT;
import static dev.polylogue.ui.shell.CommandGroup.keys;

import dev.polylogue.ui.chat.FindViewModel;
import dev.polylogue.ui.chat.Reading;
import javafx.beans.binding.Bindings;
import javafx.scene.input.KeyCode;

/** Moving in the panes, finding words in them, taking words out. */
final class ReadingCommands {
  /** What only the views can do. */
  interface Views {
    void find();

    void closeFind();

    Reading reading();
  }

  private ReadingCommands() {}

  static void add(CommandGroup group, Desk all, Views views) {
    ReadingDesk desk = all.reading();
    FindViewModel find = desk.find();
    group.everywhere().add("find.open", "command.find", keys(KeyCode.F, CTRL, SHIFT), views::find);
    group.add("find.next", "command.findNext", keys(KeyCode.F3), find::next, find.openProperty());
    group.add(
        "find.previous",
        "command.findPrevious",
        keys(KeyCode.F3, SHIFT),
        find::previous,
        find.openProperty());
    // What is live is stopped first, unless the keyboard is in the bar itself.
    group.add(
        "find.close",
        "command.findClose",
        keys(KeyCode.ESCAPE),
        views::closeFind,
        Bindings.createBooleanBinding(
            () -> find.openProperty().get() && !all.chat().liveProperty().get(),
            find.openProperty(),
            all.chat().liveProperty()));
    group.add(
        "reading.previous",
        "command.turnBefore",
        keys(KeyCode.UP, ALT),
        () -> views.reading().turn(-1));
    group.add(
        "reading.next",
        "command.turnAfter",
        keys(KeyCode.DOWN, ALT),
        () -> views.reading().turn(1));
    group.add(
        "reading.first",
        "command.turnFirst",
        keys(KeyCode.HOME, ALT),
        () -> views.reading().firstTurn());
    group.add(
        "reading.latest", "command.latest", keys(KeyCode.END, ALT), () -> views.reading().latest());
    group.add(
        "reading.latestEverywhere",
        "command.latestEverywhere",
        keys(KeyCode.END, ALT, SHIFT),
        () -> views.reading().latestEverywhere());
    group.add("reading.inStep", "command.inStep", keys(KeyCode.L, CTRL, SHIFT), desk::toggleInStep);
    group.add(
        "reading.copyMarkdown",
        "command.copyMarkdown",
        keys(KeyCode.C, CTRL, SHIFT),
        () -> views.reading().copyMarkdown());
    group.add(
        "reading.copyLastReply",
        "command.copyLastReply",
        null,
        () -> views.reading().copyLastReply());
  }
}
