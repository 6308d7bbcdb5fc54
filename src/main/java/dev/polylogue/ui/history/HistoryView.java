package dev.polylogue.ui.history;

import dev.polylogue.conversation.Drawer;
import dev.polylogue.ui.command.Command;
import dev.polylogue.ui.command.Commands;
import dev.polylogue.ui.kit.EntryFace;
import dev.polylogue.ui.kit.Icons;
import dev.polylogue.ui.kit.SearchedList;
import dev.polylogue.ui.kit.Texts;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The sidebar with the comparisons of the history. FX thread. */
public final class HistoryView extends VBox {
  private final HistoryViewModel model;
  private final OrderViewModel order;
  private final Consumer<UUID> open;
  private final ListView<HistoryRow> list;
  private final Commands commands;
  private final Picking picking;
  private final EntryMenu menus;
  private @Nullable ContextMenu menu;

  /**
   * What the sidebar shows.
   *
   * @param order what can be done with it
   */
  public record Models(HistoryViewModel history, OrderViewModel order) {}

  /**
   * @param commands holds {@code comparison.new}
   * @param besideNew other ways to begin a comparison
   */
  public HistoryView(
      Models models, Commands commands, Node besideNew, Texts texts, Consumer<UUID> open) {
    this.model = models.history;
    this.order = models.order;
    this.open = open;
    this.commands = commands;
    this.list = new ListView<>(model.rows());
    getStyleClass().add("sidebar");
    list.setAccessibleText(texts.get("sidebar.name"));
    list.getStyleClass().add("history");
    list.setFixedCellSize(EntryFace.LINE);
    list.setCellFactory(view -> new HistoryCell(models, texts, this::openEntry));
    picking = new Picking(model, list);
    menus = new EntryMenu(order, texts);
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    list.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::showMenu);
    list.setPlaceholder(nothing(texts));
    VBox.setVgrow(list, Priority.ALWAYS);
    HBox top = new HBox(4, newButton(commands, texts), besideNew);
    top.getStyleClass().add("sidebar-top");
    OrderBar bar = new OrderBar(models, texts, picking::clear, list::requestFocus);
    getChildren().addAll(top, new DrawerSwitch(models, texts), list, bar);
  }

  /** Gives the keyboard to the list. */
  public void focusList() {
    list.requestFocus();
  }

  private Label nothing(Texts texts) {
    Label nothing = new Label();
    nothing.getStyleClass().add("nothing");
    nothing.setWrapText(true);
    nothing
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> model.emptyProperty().get() ? empty(texts) : "",
                model.emptyProperty(),
                model.drawerProperty()));
    return nothing;
  }

  private String empty(Texts texts) {
    return switch (model.drawerProperty().get()) {
      case Drawer.All all -> texts.get("sidebar.empty");
      case Drawer.Folder folder -> texts.get("order.emptyFolder");
      case Drawer.Tagged tagged -> texts.get("order.emptyTag");
      case Drawer.Trash trash -> texts.get("order.emptyTrash");
    };
  }

  /** Puts a field above the list, and what it finds in the place of the list. */
  public void searchWith(SearchField field, SearchResults results) {
    SearchedList.search(this, list, field, results);
  }

  private static Button newButton(Commands commands, Texts texts) {
    Command command = commands.named("comparison.new");
    Label words = new Label(texts.get("sidebar.new"));
    Label keys = new Label(command.shortcut());
    keys.getStyleClass().add("muted-small");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox face = new HBox(8, Icons.of(Feather.PLUS), words, gap, keys);
    face.setAlignment(Pos.CENTER_LEFT);
    Button button = commands.bind(command.id(), new Button(null, face));
    button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    button.getStyleClass().add("new-button");
    button.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(button, Priority.ALWAYS);
    face.prefWidthProperty().bind(button.widthProperty().subtract(26));
    return button;
  }

  private void openEntry(HistoryRow.Entry entry) {
    open.accept(entry.comparison().id());
  }

  /** Only with the list itself in the hands of the keyboard, so not while a title is written. */
  private void onKey(KeyEvent event) {
    if (!list.equals(event.getTarget()) || event.isAltDown()) {
      return;
    }
    List<UUID> chosen = List.copyOf(model.chosen());
    switch (event.getCode()) {
      case ENTER -> openFocused();
      case DELETE, BACK_SPACE -> order.delete(chosen);
      case F2 -> renameFocused();
      case ESCAPE -> commands.hear(event);
      case Z -> {
        if (!event.isShortcutDown()) {
          return;
        }
        order.undo();
      }
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void openFocused() {
    if (list.getFocusModel().getFocusedItem() instanceof HistoryRow.Entry entry) {
      openEntry(entry);
    }
  }

  private void renameFocused() {
    if (list.getFocusModel().getFocusedItem() instanceof HistoryRow.Entry entry
        && !order.inTrash()) {
      order.rename(entry.comparison().id());
    }
  }

  private void showMenu(ContextMenuEvent event) {
    if (menu != null) {
      menu.hide();
    }
    List<UUID> chosen = List.copyOf(model.chosen());
    if (!chosen.isEmpty()) {
      order.count();
      menu = menus.of(chosen);
      menu.show(list, event.getScreenX(), event.getScreenY());
    }
    event.consume();
  }
}
