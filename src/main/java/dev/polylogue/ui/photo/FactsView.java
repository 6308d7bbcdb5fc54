package dev.polylogue.ui.photo;

import dev.polylogue.ui.kit.RightToLeft;
import java.util.List;
import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** Facts below each other, which scroll. FX thread. */
final class FactsView extends ScrollPane {
  private final ObservableList<Fact> facts;
  private final VBox box = new VBox(12);
  private final VBox said = new VBox(12);
  private final Label nothing = new Label();

  /**
   * @param empty what stands there while there are none
   * @param below what follows the facts
   */
  FactsView(ObservableList<Fact> facts, String name, String empty, Node... below) {
    this.facts = facts;
    getStyleClass().add("facts");
    box.getStyleClass().add("facts-box");
    nothing.setText(empty);
    nothing.getStyleClass().add("nothing");
    nothing.setWrapText(true);
    box.getChildren().addAll(nothing, said);
    box.getChildren().addAll(below);
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setContent(box);
    setAccessibleText(name);
    facts.addListener((ListChangeListener<Fact>) change -> fill());
    fill();
  }

  private void fill() {
    said.getChildren().setAll(facts.stream().map(FactsView::block).toList());
    nothing.setVisible(facts.isEmpty());
    nothing.setManaged(facts.isEmpty());
  }

  private static Node block(Fact fact) {
    VBox block = new VBox(2);
    block.getStyleClass().addAll("fact", fact.weight().name().toLowerCase(Locale.ROOT));
    Label heading = new Label(fact.heading());
    heading.getStyleClass().add("field-label");
    RightToLeft.wrap(heading);
    heading.setMinHeight(USE_PREF_SIZE);
    heading.setMaxWidth(Double.MAX_VALUE);
    block.getChildren().add(heading);
    List<Node> lines = fact.lines().stream().map(FactsView::line).toList();
    block.getChildren().addAll(lines);
    return block;
  }

  private static Node line(String words) {
    Label line = new Label(words);
    line.getStyleClass().add("fact-line");
    RightToLeft.wrap(line);
    line.setMinHeight(USE_PREF_SIZE);
    line.setMaxWidth(Double.MAX_VALUE);
    return line;
  }
}
