package dev.polylogue.ui.photo;

import dev.polylogue.conversation.EditSession;
import dev.polylogue.ui.command.Commands;
import dev.polylogue.ui.kit.EntryFace;
import dev.polylogue.ui.kit.Icons;
import dev.polylogue.ui.kit.SearchedList;
import dev.polylogue.ui.kit.Texts;
import dev.polylogue.ui.kit.TypeAhead;
import java.util.UUID;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The photos that were edited, down the left side. FX thread. */
final class SessionsView extends VBox {
  /** Lines that are seen above what is sought. */
  private static final int ABOVE = 2;

  private final SessionsViewModel model;
  private final Texts texts;
  private final ListView<SessionRow> list;
  private @Nullable ContextMenu menu;

  /** Was opened and is not in the list yet, or not for good. */
  private @Nullable UUID sought;

  SessionsView(
      SessionsViewModel model,
      PhotoViewModel photo,
      Thumbs thumbs,
      Commands commands,
      Texts texts) {
    this.model = model;
    this.texts = texts;
    getStyleClass().add("sidebar");
    list = new ListView<>(model.rows());
    list.getStyleClass().add("history");
    list.setAccessibleText(texts.get("photo.sessions"));
    list.setFixedCellSize(EntryFace.LINE);
    list.setCellFactory(view -> new SessionCell(model, photo, thumbs));
    Label nothing = new Label(texts.get("photo.sessions.none"));
    nothing.getStyleClass().add("nothing");
    nothing.setWrapText(true);
    list.setPlaceholder(nothing);
    list.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    new TypeAhead<>(list, SessionsViewModel::name);
    list.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::showMenu);
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(top(commands), list);
    photo.sessionProperty().subscribe(this::opened);
    model.rows().addListener((ListChangeListener<SessionRow>) change -> seek());
  }

  private void opened(@Nullable EditSession before, @Nullable EditSession now) {
    if (now == null) {
      return;
    }
    if (before == null || !now.id().equals(before.id())) {
      sought = now.id();
      seek();
    } else if (asked(now) > asked(before)) {
      // It is about to stand first in the list, and is followed there.
      sought = now.id();
    }
  }

  /** How often models were asked in a session. */
  private static int asked(EditSession session) {
    return session.turns().stream().mapToInt(turn -> session.results(turn).size()).sum();
  }

  /** What was opened comes into sight, and stays there while photos are added above it. */
  private void seek() {
    int place = sought == null ? -1 : model.place(sought);
    if (place >= 0) {
      if (!isSeen(place)) {
        list.scrollTo(Math.max(0, place - ABOVE));
      }
      sought = model.isGrowing() ? sought : null;
    }
  }

  private boolean isSeen(int place) {
    return list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
        && flow.getFirstVisibleCell() != null
        && place >= flow.getFirstVisibleCell().getIndex()
        && place < flow.getLastVisibleCell().getIndex();
  }

  void searchWith(Node field, Node results) {
    SearchedList.search(this, list, field, results);
  }

  private HBox top(Commands commands) {
    Button add =
        commands.bind("photo.open", new Button(texts.get("photo.new"), Icons.of(Feather.PLUS)));
    add.getStyleClass().add("new-button");
    add.setMaxWidth(Double.MAX_VALUE);
    HBox top = new HBox(add);
    HBox.setHgrow(add, Priority.ALWAYS);
    top.getStyleClass().add("sidebar-top");
    return top;
  }

  private @Nullable UUID chosen() {
    return list.getSelectionModel().getSelectedItem() instanceof SessionRow.Entry entry
        ? entry.session().id()
        : null;
  }

  private void clicked(MouseEvent event) {
    UUID session = chosen();
    if (event.getButton() == MouseButton.PRIMARY
        && session != null
        && model.renamingProperty().get() == null) {
      model.open(session);
    }
  }

  /** Only with the list itself in the hands of the keyboard, so not while a title is written. */
  private void onKey(KeyEvent event) {
    UUID session = chosen();
    if (!list.equals(event.getTarget())
        || session == null
        || event.isAltDown()
        || event.isShortcutDown()) {
      return;
    }
    switch (event.getCode()) {
      case ENTER -> model.open(session);
      case DELETE, BACK_SPACE -> model.delete(session);
      case F2 -> model.rename(session);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void showMenu(ContextMenuEvent event) {
    UUID session = chosen();
    if (menu != null) {
      menu.hide();
    }
    if (session != null) {
      menu =
          new ContextMenu(
              item(texts.get("photo.sessions.open"), () -> model.open(session)),
              item(texts.get("photo.sessions.rename"), () -> model.rename(session)),
              item(texts.get("photo.sessions.delete"), () -> model.delete(session)));
      menu.show(list, event.getScreenX(), event.getScreenY());
    }
    event.consume();
  }

  private static MenuItem item(String words, Runnable action) {
    MenuItem item = new MenuItem(words);
    item.setMnemonicParsing(false);
    item.setOnAction(event -> action.run());
    return item;
  }
}
