package dev.polylogue.ui.transcript;

import javafx.scene.Node;
import javafx.scene.layout.Region;

/** A thematic break. */
record RuleWidget(int indent) implements Widget {
  @Override
  public Node node(Surroundings around) {
    Region rule = new Region();
    rule.getStyleClass().add("rule");
    Widths.fill(rule, around, indent);
    return rule;
  }

  @Override
  public String plainText() {
    return "---";
  }
}
