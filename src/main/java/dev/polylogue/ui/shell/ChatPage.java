package dev.polylogue.ui.shell;

import dev.polylogue.ui.chat.ChatTools;
import dev.polylogue.ui.chat.PaneRow;
import dev.polylogue.ui.command.Commands;
import dev.polylogue.ui.composer.ComposerView;
import dev.polylogue.ui.kit.Buttons;
import dev.polylogue.ui.kit.EditableTitle;
import dev.polylogue.ui.kit.Gallery;
import dev.polylogue.ui.kit.Icons;
import dev.polylogue.ui.kit.Sentences;
import dev.polylogue.ui.kit.Texts;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/** The chat workspace: title, panes, composer. FX thread. */
final class ChatPage extends BorderPane {
  private static final PseudoClass SET = PseudoClass.getPseudoClass("set");

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
    Gallery gallery =
        new Gallery(
            desk.files(),
            tools.background(),
            texts,
            trouble -> desk.shell().notice(Sentences.of(trouble, texts)));
    panes = new PaneRow(desk.chat(), tools, gallery);
    composer = new ComposerView(desk.composer(), desk.knobs(), commands, texts, gallery);
    composer.takeDropsOn(this);
    getStyleClass().add("chat-page");
    setTop(header(desk, commands, texts));
    setCenter(panes);
    setBottom(composer);
  }

  private HBox header(Desk desk, Commands commands, Texts texts) {
    Button sidebar = commands.bind("sidebar.toggle", Buttons.icon(Feather.SIDEBAR, "", () -> {}));
    Button add =
        commands.bind("pane.add", new Button(texts.get("pane.add"), Icons.of(Feather.PLUS)));
    add.setMinWidth(USE_PREF_SIZE);
    Button inspect = commands.bind("inspector.toggle", Buttons.icon(Feather.INFO, "", () -> {}));
    desk.inspector().openProperty().subscribe(open -> inspect.pseudoClassStateChanged(SET, open));
    title.setMinWidth(0);
    HBox.setHgrow(title, Priority.ALWAYS);
    HBox header = new HBox(8, sidebar, title, add, inspect);
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
