package dev.polylogue.ui.shell;

import dev.polylogue.ui.chat.ChatTools;
import dev.polylogue.ui.chat.PaneRow;
import dev.polylogue.ui.command.Commands;
import dev.polylogue.ui.composer.ComposerView;
import dev.polylogue.ui.kit.Buttons;
import dev.polylogue.ui.kit.EditableTitle;
import dev.polylogue.ui.kit.Icons;
import dev.polylogue.ui.kit.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/** The chat workspace: title, panes, composer. FX thread. */
final class ChatPage extends BorderPane {
  private final PaneRow panes;
  private final ComposerView composer;
  private final EditableTitle title;

  ChatPage(Desk desk, Commands commands, ChatTools tools) {
    Texts texts = tools.texts();
    title =
        new EditableTitle(
            desk.chat().titleProperty(),
            commands.named("comparison.rename").hint(),
            texts.get("sidebar.untitled"),
            desk.chat()::rename);
    panes = new PaneRow(desk.chat(), tools);
    composer = new ComposerView(desk.composer(), commands, texts);
    getStyleClass().add("chat-page");
    setTop(header(commands, texts));
    setCenter(panes);
    setBottom(composer);
  }

  private HBox header(Commands commands, Texts texts) {
    Button sidebar = commands.bind("sidebar.toggle", Buttons.icon(Feather.SIDEBAR, "", () -> {}));
    Button add =
        commands.bind("pane.add", new Button(texts.get("pane.add"), Icons.of(Feather.PLUS)));
    add.setMinWidth(USE_PREF_SIZE);
    title.setMinWidth(0);
    HBox.setHgrow(title, Priority.ALWAYS);
    HBox header = new HBox(8, sidebar, title, add);
    header.setAlignment(Pos.CENTER_LEFT);
    header.getStyleClass().add("chat-header");
    return header;
  }

  PaneRow panes() {
    return panes;
  }

  ComposerView composer() {
    return composer;
  }

  EditableTitle title() {
    return title;
  }
}
