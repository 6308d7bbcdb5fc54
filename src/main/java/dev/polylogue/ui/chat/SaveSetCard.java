package dev.polylogue.ui.chat;

import dev.polylogue.settings.Shelf.PaneSet;
import dev.polylogue.settings.Shelf.Place;
import dev.polylogue.ui.kit.Buttons;
import dev.polylogue.ui.kit.Texts;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The card that keeps the panes on screen under a name. FX thread. */
public final class SaveSetCard extends VBox {
  private final TextField name = new TextField();

  /**
   * @param done closes the card
   */
  public SaveSetCard(
      PaneSetsViewModel model, List<PaneViewModel> panes, Texts texts, Runnable done) {
    super(12);
    getStyleClass().add("save-set");
    List<Place> places =
        panes.stream()
            .map(pane -> new Place(pane.model(), pane.parametersProperty().get()))
            .toList();
    Label title = new Label(texts.get("sets.save.title", places.size()));
    title.getStyleClass().add("section-title");
    Label models = new Label(PaneSetsCard.models(new PaneSet("", places)));
    models.getStyleClass().add("muted-small");
    models.setWrapText(true);
    name.setPromptText(texts.get("sets.save.example"));
    name.setAccessibleText(texts.get("sets.name"));
    Label taken = new Label();
    taken.getStyleClass().add("muted-small");
    taken
        .textProperty()
        .bind(
            name.textProperty()
                .map(words -> model.isTaken(words.strip()) ? texts.get("sets.save.taken") : " "));
    Runnable keep =
        () -> {
          String given = name.getText().strip();
          if (!given.isEmpty()) {
            done.run();
            model.save(new PaneSet(given, places));
          }
        };
    name.setOnAction(event -> keep.run());
    Button save = Buttons.words(texts.get("sets.keep"), keep, "accent");
    save.disableProperty().bind(name.textProperty().map(String::isBlank));
    getChildren()
        .addAll(
            title,
            models,
            name,
            taken,
            new HBox(8, save, Buttons.words(texts.get("sets.cancel"), done)));
  }

  public TextField name() {
    return name;
  }
}
