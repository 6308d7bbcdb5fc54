package dev.polylogue.ui.photo;

import dev.polylogue.ui.kit.Texts;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.BorderPane;

/** The tree, and below it whether what was deleted is shown in it. FX thread. */
final class TreePanel extends BorderPane {
  TreePanel(TreeView tree, TreeViewModel model, Texts texts) {
    CheckBox deleted = new CheckBox();
    deleted.getStyleClass().add("tree-trash");
    deleted.setMnemonicParsing(false);
    deleted.setMaxWidth(Double.MAX_VALUE);
    deleted
        .textProperty()
        .bind(model.trashedProperty().map(count -> texts.get("photo.tree.deleted", count)));
    deleted.selectedProperty().bindBidirectional(model.withTrashProperty());
    deleted.visibleProperty().bind(model.trashedProperty().greaterThan(0));
    deleted.managedProperty().bind(deleted.visibleProperty());
    setCenter(tree);
    setBottom(deleted);
  }
}
