package dev.polylogue.ui.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;

/** Everything that can be done as a menu, a submenu for each group. FX thread. */
public final class CommandMenu {
  private CommandMenu() {}

  public static List<Menu> of(Commands commands) {
    Map<String, Menu> menus = new LinkedHashMap<>();
    for (Command command : commands.all()) {
      menus
          .computeIfAbsent(command.group(), name -> new Menu(name))
          .getItems()
          .add(item(commands, command));
    }
    return List.copyOf(menus.values());
  }

  /** One command as a line of a menu. */
  public static MenuItem item(Commands commands, String id) {
    return item(commands, commands.named(id));
  }

  private static MenuItem item(Commands commands, Command command) {
    MenuItem item = new MenuItem(command.hint());
    item.setMnemonicParsing(false);
    item.setOnAction(event -> commands.run(command));
    item.disableProperty().bind(Bindings.not(command.enabled()));
    return item;
  }
}
