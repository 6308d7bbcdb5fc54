package dev.polylogue.ui.history;

import atlantafx.base.theme.Styles;
import dev.polylogue.conversation.Drawer;
import dev.polylogue.conversation.Drawers;
import dev.polylogue.ui.kit.Icons;
import dev.polylogue.ui.kit.Texts;
import java.util.List;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Separator;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Says which part of the history is listed, and lets another one be chosen. FX thread. */
final class DrawerSwitch extends HBox {
  private final HistoryViewModel history;
  private final OrderViewModel order;
  private final Texts texts;
  private final Button button = new Button();
  private final ContextMenu menu = new ContextMenu();

  DrawerSwitch(HistoryView.Models models, Texts texts) {
    super(4);
    this.history = models.history();
    this.order = models.order();
    this.texts = texts;
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("drawer-switch");
    button.getStyleClass().addAll(Styles.FLAT, "drawer-button");
    button.setMnemonicParsing(false);
    button.setMaxWidth(Double.MAX_VALUE);
    button.setOnAction(event -> open());
    button.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(button, Priority.ALWAYS);
    order.drawersProperty().addListener((property, before, now) -> fill());
    history.drawerProperty().subscribe(this::show);
  }

  private void open() {
    if (menu.isShowing()) {
      menu.hide();
    } else {
      order.count();
      fill();
      menu.show(button, Side.BOTTOM, 0, 4);
    }
  }

  private void show(Drawer drawer) {
    button.setText(name(drawer));
    button.setGraphic(Icons.of(icon(drawer)));
    button.setAccessibleText(texts.get("order.shown", name(drawer)));
    getChildren().setAll(button);
    switch (drawer) {
      case Drawer.All all -> {}
      case Drawer.Tagged tagged -> {}
      case Drawer.Folder folder -> getChildren().add(folderMenu());
      case Drawer.Trash trash -> {
        Button empty = new Button(texts.get("order.empty"));
        empty.getStyleClass().addAll(Styles.SMALL, Styles.FLAT, Styles.DANGER);
        empty.setOnAction(event -> order.askEmptyTrash());
        empty.setMinWidth(Region.USE_PREF_SIZE);
        empty.disableProperty().bind(history.emptyProperty());
        getChildren().add(empty);
      }
    }
  }

  private MenuButton folderMenu() {
    MenuButton more = new MenuButton(null, Icons.of(Feather.MORE_HORIZONTAL));
    more.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON, "no-arrow");
    more.setAccessibleText(texts.get("order.folderMenu"));
    MenuItem rename = new MenuItem(texts.get("order.renameFolder"));
    rename.setOnAction(event -> order.ask(Strip.Purpose.FOLDER_NAME, List.of()));
    MenuItem remove = new MenuItem(texts.get("order.removeFolder"));
    remove.setOnAction(event -> order.removeFolder());
    more.getItems().addAll(rename, remove);
    return more;
  }

  private void fill() {
    Drawers drawers = order.drawersProperty().get();
    menu.getItems().setAll(item(Drawer.ALL, drawers.all()));
    section("order.folders", drawers.folders(), Drawer.Folder::new);
    section("order.tags", drawers.tags(), Drawer.Tagged::new);
    menu.getItems().addAll(new SeparatorMenuItem(), item(Drawer.TRASH, drawers.trashed()));
  }

  private void section(String key, List<Drawers.Label> labels, Function<String, Drawer> made) {
    if (labels.isEmpty()) {
      return;
    }
    Label heading = new Label(texts.get(key));
    heading.getStyleClass().addAll("muted-small", "drawer-heading");
    SeparatorMenuItem line = new SeparatorMenuItem();
    line.setContent(new VBox(6, new Separator(), heading));
    menu.getItems().add(line);
    for (Drawers.Label label : labels) {
      menu.getItems().add(item(made.apply(label.name()), label.comparisons()));
    }
  }

  private MenuItem item(Drawer drawer, int count) {
    MenuItem item = new MenuItem(texts.get("order.counted", name(drawer), count));
    item.setMnemonicParsing(false);
    item.setGraphic(Icons.of(icon(drawer)));
    item.setOnAction(event -> history.show(drawer));
    return item;
  }

  private String name(Drawer drawer) {
    return switch (drawer) {
      case Drawer.All all -> texts.get("order.all");
      case Drawer.Folder folder -> folder.name();
      case Drawer.Tagged tagged -> tagged.tag();
      case Drawer.Trash trash -> texts.get("order.trash");
    };
  }

  private static Feather icon(Drawer drawer) {
    return switch (drawer) {
      case Drawer.All all -> Feather.CHEVRON_DOWN;
      case Drawer.Folder folder -> Feather.FOLDER;
      case Drawer.Tagged tagged -> Feather.TAG;
      case Drawer.Trash trash -> Feather.TRASH_2;
    };
  }
}
