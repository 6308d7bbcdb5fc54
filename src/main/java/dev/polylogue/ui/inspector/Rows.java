package dev.polylogue.ui.inspector;

import dev.polylogue.ui.kit.LiveScroll;
import dev.polylogue.ui.kit.RightToLeft;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** The plain pieces that the parts of the inspector are made of. */
final class Rows {
  private Rows() {}

  static Label heading(String words) {
    Label label = new Label(words);
    label.getStyleClass().add("inspector-heading");
    return label;
  }

  static Label quiet(String words) {
    Label label = new Label(words);
    label.getStyleClass().add("muted-small");
    RightToLeft.wrap(label);
    return label;
  }

  /** Names at the left, values at the right. */
  static GridPane grid() {
    GridPane grid = new GridPane(12, 6);
    ColumnConstraints name = new ColumnConstraints();
    name.setMinWidth(96);
    ColumnConstraints value = new ColumnConstraints();
    value.setFillWidth(true);
    value.setHgrow(javafx.scene.layout.Priority.ALWAYS);
    grid.getColumnConstraints().setAll(name, value);
    return grid;
  }

  static void row(GridPane grid, String name, String value) {
    Label right = new Label(value);
    RightToLeft.wrap(right);
    Label left = quiet(name);
    left.setMinHeight(20);
    grid.addRow(grid.getRowCount(), left, right);
    GridPane.setValignment(left, javafx.geometry.VPos.TOP);
  }

  static ScrollPane scrolled(VBox content, String name) {
    content.getStyleClass().add("inspector-part");
    ScrollPane pane = new LiveScroll(content);
    pane.getStyleClass().add("inspector-scroll");
    pane.setFitToWidth(true);
    pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    pane.setAccessibleText(name);
    return pane;
  }

  static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }
}
