package dev.polylogue.ui.shell;

import atlantafx.base.theme.Styles;
import dev.polylogue.ui.command.Commands;
import dev.polylogue.ui.kit.Icons;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The workspaces, down the left edge. FX thread. */
final class Rail extends VBox {
  private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");

  Rail(ShellViewModel shell, Commands commands) {
    getStyleClass().add("rail");
    Button chat = button(commands, "page.chat", Feather.MESSAGE_SQUARE);
    Button settings = button(commands, "page.settings", Feather.SETTINGS);
    Button help = button(commands, "help.shortcuts", Feather.HELP_CIRCLE);
    Region gap = new Region();
    VBox.setVgrow(gap, Priority.ALWAYS);
    getChildren().addAll(chat, gap, help, settings);
    shell
        .pageProperty()
        .subscribe(
            page -> {
              chat.pseudoClassStateChanged(HERE, page == ShellViewModel.Page.CHAT);
              settings.pseudoClassStateChanged(HERE, page == ShellViewModel.Page.SETTINGS);
            });
  }

  private static Button button(Commands commands, String id, Feather icon) {
    Button button = commands.bind(id, new Button(null, Icons.of(icon)));
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "rail-button");
    return button;
  }
}
