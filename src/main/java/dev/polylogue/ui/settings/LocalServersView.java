package dev.polylogue.ui.settings;

import dev.polylogue.session.LocalServers;
import dev.polylogue.ui.kit.Buttons;
import dev.polylogue.ui.kit.Texts;
import java.net.URI;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Model servers on this computer that can be added with a click; nothing where none is. */
final class LocalServersView extends VBox {
  private final LocalServersViewModel model;
  private final Texts texts;
  private final VBox list = new VBox();

  LocalServersView(LocalServersViewModel model, Texts texts) {
    super(8);
    this.model = model;
    this.texts = texts;
    Label title = new Label(texts.get("settings.local"));
    title.getStyleClass().add("field-label");
    list.getStyleClass().add("provider-list");
    getChildren().addAll(title, list);
    Fields.shownIf(this, Bindings.isNotEmpty(model.found()));
    model.found().addListener((ListChangeListener<LocalServers.Found>) change -> arrange());
    arrange();
  }

  private void arrange() {
    list.getChildren().setAll(model.found().stream().map(this::row).toList());
  }

  private HBox row(LocalServers.Found server) {
    String name = server.preset().name();
    URI at = server.settings().baseUrl();
    Label words =
        new Label(
            texts.get(
                "settings.local.server",
                name,
                server.models().size(),
                at.getScheme() + "://" + at.getAuthority()));
    words.setMinWidth(0);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    Button add = Buttons.words(texts.get("settings.local.add"), () -> model.add(server));
    add.setAccessibleText(texts.get("settings.local.add.name", name));
    add.setMinWidth(USE_PREF_SIZE);
    HBox row = new HBox(12, words, add);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("provider-line");
    return row;
  }
}
