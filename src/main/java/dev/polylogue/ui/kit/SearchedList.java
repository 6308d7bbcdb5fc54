package dev.polylogue.ui.kit;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A list that what was found in it takes the place of. FX thread. */
public final class SearchedList {
  private SearchedList() {}

  /**
   * Puts a field above all that stands around a list, and what it finds in the place of the list
   * while that is to be seen.
   */
  public static void search(VBox around, Node list, Node field, Node results) {
    VBox.setVgrow(results, Priority.ALWAYS);
    VBox.setMargin(field, new Insets(0, 8, 0, 8));
    list.visibleProperty().bind(results.visibleProperty().not());
    list.managedProperty().bind(list.visibleProperty());
    around.getChildren().addFirst(field);
    around.getChildren().add(results);
  }
}
