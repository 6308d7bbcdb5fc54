package dev.polylogue.ui.photo;

import dev.polylogue.conversation.ModelRef;
import dev.polylogue.ui.command.Commands;
import dev.polylogue.ui.kit.Texts;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.FlowPane;

/** What can be done with the result whose recipe is read. FX thread. */
final class ResultButtons extends FlowPane {
  ResultButtons(Studio studio, PhotoViewModel photo, Commands commands, Texts texts) {
    super(8, 8);
    Button use = commands.bind("photo.use", new Button(texts.get("photo.use")));
    use.getStyleClass().add("small");
    setRowValignment(javafx.geometry.VPos.CENTER);
    MenuButton replay = new MenuButton(texts.get("photo.recipe.replay"));
    replay.setMnemonicParsing(false);
    replay.getStyleClass().add("photo-menu");
    replay.setAccessibleText(texts.get("photo.tree.replay"));
    replay.setOnShowing(
        event ->
            studio
                .tree()
                .offer(
                    models ->
                        replay
                            .getItems()
                            .setAll(models.stream().map(model -> item(model, photo)).toList())));
    // So that it opens at all, there has to be something in it.
    replay.getItems().add(new MenuItem());
    getChildren().addAll(use, replay);
    studio
        .recipe()
        .facts()
        .addListener((ListChangeListener<Fact>) change -> show(!change.getList().isEmpty()));
    show(!studio.recipe().facts().isEmpty());
  }

  private void show(boolean now) {
    setVisible(now);
    setManaged(now);
  }

  private static MenuItem item(ModelRef model, PhotoViewModel photo) {
    MenuItem item = new MenuItem(model.toString());
    item.setMnemonicParsing(false);
    item.setOnAction(event -> photo.again(List.of(model)));
    return item;
  }
}
