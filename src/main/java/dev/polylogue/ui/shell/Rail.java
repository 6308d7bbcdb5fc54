package dev.polylogue.ui.shell;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import dev.polylogue.ui.command.CommandMenu;
import dev.polylogue.ui.command.Commands;
import dev.polylogue.ui.kit.Buttons;
import dev.polylogue.ui.kit.Icons;
import javafx.css.PseudoClass;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The workspaces, down the left edge. FX thread. */
final class Rail extends VBox {
  private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");

  private final MenuButton menu = new MenuButton(null, Icons.of(Feather.MENU));

  Rail(ShellViewModel shell, Commands commands) {
    getStyleClass().add("rail");
    Button chat = button(commands, "page.chat", Feather.MESSAGE_SQUARE);
    Button images = button(commands, "page.images", Feather.IMAGE);
    Button insights = button(commands, "page.insights", Feather.TRENDING_UP);
    Button settings = button(commands, "page.settings", Feather.SETTINGS);
    Button help = button(commands, "help.shortcuts", Feather.HELP_CIRCLE);
    Buttons.named(menu, commands.named("menu.show").hint());
    menu.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Tweaks.NO_ARROW, "rail-button");
    menu.setPopupSide(Side.RIGHT);
    menu.getItems().setAll(CommandMenu.of(commands));
    Region gap = new Region();
    VBox.setVgrow(gap, Priority.ALWAYS);
    getChildren().addAll(menu, chat, images, insights, gap, help, settings);
    shell
        .pageProperty()
        .subscribe(
            page -> {
              chat.pseudoClassStateChanged(HERE, page == ShellViewModel.Page.CHAT);
              images.pseudoClassStateChanged(HERE, page == ShellViewModel.Page.IMAGES);
              insights.pseudoClassStateChanged(HERE, page == ShellViewModel.Page.INSIGHTS);
              settings.pseudoClassStateChanged(HERE, page == ShellViewModel.Page.SETTINGS);
            });
  }

  /** Opens the menu of everything that can be done. */
  void showMenu() {
    menu.requestFocus();
    menu.show();
  }

  private static Button button(Commands commands, String id, Feather icon) {
    Button button = commands.bind(id, new Button(null, Icons.of(icon)));
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "rail-button");
    return button;
  }
}
