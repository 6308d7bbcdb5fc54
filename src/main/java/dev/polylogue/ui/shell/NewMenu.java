package dev.polylogue.ui.shell;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import dev.polylogue.ui.chat.PaneSetsViewModel;
import dev.polylogue.ui.command.Command;
import dev.polylogue.ui.command.Commands;
import dev.polylogue.ui.kit.Buttons;
import dev.polylogue.ui.kit.Icons;
import dev.polylogue.ui.kit.Texts;
import java.util.List;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.feather.Feather;

/** Beside the button for a new comparison: the sets of panes it can start from. FX thread. */
final class NewMenu extends MenuButton {
  private static final int MOST_SETS = 8;

  private final SetsDesk desk;
  private final Commands commands;

  NewMenu(SetsDesk desk, Commands commands, Texts texts) {
    super(null, Icons.of(Feather.CHEVRON_DOWN));
    this.desk = desk;
    this.commands = commands;
    getStyleClass().addAll(Styles.BUTTON_ICON, Tweaks.NO_ARROW, "new-menu");
    Buttons.named(this, texts.get("sets.menu"));
    // A menu without lines is not shown, so it could not fill itself when it is.
    getItems().setAll(command("sets.start"), command("sets.save"));
    setOnShowing(event -> fill());
  }

  private void fill() {
    desk.sets().open();
    List<PaneSetsViewModel.Line> lines = desk.sets().lines();
    getItems().clear();
    for (PaneSetsViewModel.Line line : lines.subList(0, Math.min(MOST_SETS, lines.size()))) {
      MenuItem item = new MenuItem(line.set().name());
      item.setMnemonicParsing(false);
      item.setOnAction(event -> desk.start(line.set()));
      getItems().add(item);
    }
    if (!lines.isEmpty()) {
      getItems().add(new SeparatorMenuItem());
    }
    getItems().addAll(command("sets.start"), command("sets.save"));
  }

  private MenuItem command(String id) {
    Command command = commands.named(id);
    MenuItem item = new MenuItem(command.text());
    item.setAccelerator(null);
    item.setOnAction(event -> command.action().run());
    return item;
  }
}
