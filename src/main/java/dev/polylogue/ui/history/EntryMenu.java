package dev.polylogue.ui.history;

import dev.polylogue.conversation.ComparisonEntry;
import dev.polylogue.conversation.Drawers;
import dev.polylogue.ui.kit.Icons;
import dev.polylogue.ui.kit.Texts;
import java.util.List;
import java.util.UUID;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What can be done with comparisons of the list, as a menu. FX thread. */
final class EntryMenu {
  private final OrderViewModel order;
  private final Texts texts;

  EntryMenu(OrderViewModel order, Texts texts) {
    this.order = order;
    this.texts = texts;
  }

  ContextMenu of(List<UUID> chosen) {
    return order.inTrash() ? ofTrashed(chosen) : ofListed(chosen);
  }

  private ContextMenu ofTrashed(List<UUID> chosen) {
    return new ContextMenu(
        item("order.restore", Feather.CORNER_UP_LEFT, null, () -> order.restore(chosen)),
        item("order.forget", Feather.X_CIRCLE, KeyCode.DELETE, () -> order.delete(chosen)));
  }

  private ContextMenu ofListed(List<UUID> chosen) {
    List<ComparisonEntry> entries = order.entries(chosen);
    boolean pinned = entries.stream().allMatch(entry -> entry.filing().pinned());
    ContextMenu menu = new ContextMenu();
    if (chosen.size() == 1) {
      menu.getItems()
          .add(
              item(
                  "order.rename",
                  Feather.EDIT_2,
                  KeyCode.F2,
                  () -> order.rename(chosen.getFirst())));
    }
    menu.getItems()
        .addAll(
            item(
                pinned ? "order.unpin" : "order.pin",
                Feather.MAP_PIN,
                null,
                () -> order.togglePin(chosen)),
            folders(chosen, entries),
            tags(chosen, entries),
            item("order.duplicate", Feather.COPY, null, () -> order.duplicate(chosen)),
            new SeparatorMenuItem(),
            item("order.delete", Feather.TRASH_2, KeyCode.DELETE, () -> order.delete(chosen)));
    return menu;
  }

  private Menu folders(List<UUID> chosen, List<ComparisonEntry> entries) {
    Menu menu = new Menu(texts.get("order.folder"), Icons.of(Feather.FOLDER));
    for (Drawers.Label folder : order.drawersProperty().get().folders()) {
      boolean in =
          entries.stream().allMatch(entry -> entry.filing().folder().equals(folder.name()));
      menu.getItems()
          .add(check(folder.name(), in, () -> order.file(chosen, in ? "" : folder.name())));
    }
    if (!menu.getItems().isEmpty()) {
      menu.getItems().add(new SeparatorMenuItem());
    }
    if (entries.stream().anyMatch(entry -> !entry.filing().folder().isEmpty())) {
      menu.getItems().add(item("order.noFolder", null, null, () -> order.file(chosen, "")));
    }
    menu.getItems()
        .add(item("order.newFolder", null, null, () -> order.ask(Strip.Purpose.FOLDER, chosen)));
    return menu;
  }

  private Menu tags(List<UUID> chosen, List<ComparisonEntry> entries) {
    Menu menu = new Menu(texts.get("order.tags"), Icons.of(Feather.TAG));
    for (Drawers.Label tag : order.drawersProperty().get().tags()) {
      boolean on = entries.stream().allMatch(entry -> entry.filing().tags().contains(tag.name()));
      menu.getItems().add(check(tag.name(), on, () -> order.toggleTag(chosen, tag.name())));
    }
    if (!menu.getItems().isEmpty()) {
      menu.getItems().add(new SeparatorMenuItem());
    }
    menu.getItems()
        .add(item("order.newTag", null, null, () -> order.ask(Strip.Purpose.TAG, chosen)));
    return menu;
  }

  private MenuItem item(
      String key, @Nullable Feather icon, @Nullable KeyCode code, Runnable action) {
    MenuItem item = new MenuItem(texts.get(key));
    if (icon != null) {
      item.setGraphic(Icons.of(icon));
    }
    if (code != null) {
      item.setAccelerator(new KeyCodeCombination(code));
    }
    item.setOnAction(event -> action.run());
    return item;
  }

  private static CheckMenuItem check(String name, boolean selected, Runnable action) {
    CheckMenuItem item = new CheckMenuItem(name);
    item.setMnemonicParsing(false);
    item.setSelected(selected);
    item.setOnAction(event -> action.run());
    return item;
  }
}
