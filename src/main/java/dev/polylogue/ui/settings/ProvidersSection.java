package dev.polylogue.ui.settings;

import dev.polylogue.ui.kit.Buttons;
import dev.polylogue.ui.kit.Icons;
import dev.polylogue.ui.kit.Texts;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The providers, one below the other, and the form for one more. FX thread. */
final class ProvidersSection extends VBox {
  private final ProvidersViewModel model;
  private final Texts texts;
  private final VBox list = new VBox();

  ProvidersSection(
      ProvidersViewModel model,
      AddProviderViewModel adding,
      LocalServersViewModel servers,
      Texts texts) {
    this.model = model;
    this.texts = texts;
    getStyleClass().add("providers");
    list.getStyleClass().add("provider-list");
    model.lines().addListener((ListChangeListener<ProviderLine>) change -> arrange());
    arrange();

    Button open = Buttons.words(texts.get("settings.add"), () -> adding.openProperty().set(true));
    open.setGraphic(Icons.of(Feather.PLUS));
    open.visibleProperty().bind(adding.openProperty().not());
    open.managedProperty().bind(open.visibleProperty());
    AddProviderForm form = new AddProviderForm(adding, texts);
    form.visibleProperty().bind(adding.openProperty());
    form.managedProperty().bind(form.visibleProperty());
    adding
        .openProperty()
        .subscribe(
            shown -> {
              if (shown) {
                form.first().requestFocus();
              }
            });
    getChildren().addAll(list, new LocalServersView(servers, texts), open, form);
  }

  private void arrange() {
    list.getChildren()
        .setAll(
            model.lines().stream().map(line -> new ProviderLineView(line, model, texts)).toList());
  }
}
