package dev.polylogue.ui.photo;

import dev.polylogue.conversation.ModelRef;
import dev.polylogue.ui.command.CommandMenu;
import dev.polylogue.ui.command.Commands;
import dev.polylogue.ui.kit.Texts;
import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** What can be done with a node of the tree, which is the current one then. FX thread. */
final class TreeMenu {
  private final TreeViewModel model;
  private final Commands commands;
  private final Texts texts;

  TreeMenu(TreeViewModel model, Commands commands, Texts texts) {
    this.model = model;
    this.commands = commands;
    this.texts = texts;
  }

  ContextMenu of(TreeNodeView view) {
    ContextMenu made = new ContextMenu();
    int number = view.number();
    if (view.node().ref() == null) {
      add(made, command("photo.original"), new SeparatorMenuItem(), compare(number));
      return made;
    }
    switch (view.node().state()) {
      case DONE, STARRED ->
          add(
              made,
              command("photo.use"),
              replay(number),
              command("photo.star"),
              new SeparatorMenuItem(),
              compare(number),
              new SeparatorMenuItem(),
              command("photo.save"),
              command("photo.copy"),
              command("photo.toChat"),
              new SeparatorMenuItem(),
              command("photo.trash"));
      case WORKING -> add(made, command("photo.cancel"), replay(number));
      case FAILED, STOPPED ->
          add(
              made,
              command("photo.again"),
              replay(number),
              new SeparatorMenuItem(),
              command("photo.trash"));
      case GONE -> add(made, command("photo.putBack"));
    }
    return made;
  }

  private static void add(ContextMenu menu, MenuItem... items) {
    menu.getItems().addAll(items);
  }

  private MenuItem compare(int number) {
    int held = model.heldProperty().get();
    boolean second = held >= 0 && held != number;
    MenuItem item =
        item(
            second
                ? texts.get(
                    "photo.tree.compare", model.title(model.treeProperty().get().nodes().get(held)))
                : texts.get("photo.tree.hold"));
    item.setOnAction(
        event -> {
          if (second) {
            model.compare(number);
          } else {
            model.hold(number);
          }
        });
    return item;
  }

  private Menu replay(int number) {
    Menu again = new Menu(texts.get("photo.tree.replay"));
    again.setMnemonicParsing(false);
    again.setOnShowing(
        event ->
            model.offer(models -> list(again, models.stream().map(r -> on(r, number)).toList())));
    // So that it opens at all, there has to be something in it.
    again.getItems().add(new MenuItem());
    return again;
  }

  /** What an open menu shows is fixed, so that it is opened anew where more has come. */
  private static void list(Menu menu, List<MenuItem> items) {
    boolean open = menu.isShowing();
    menu.getItems().setAll(items);
    if (open) {
      menu.hide();
      menu.show();
    }
  }

  private MenuItem on(ModelRef ref, int number) {
    MenuItem item = item(ref.toString());
    item.setOnAction(event -> model.replay(number, ref));
    return item;
  }

  private MenuItem command(String id) {
    return CommandMenu.item(commands, id);
  }

  private static MenuItem item(String words) {
    MenuItem item = new MenuItem(words);
    item.setMnemonicParsing(false);
    return item;
  }
}
