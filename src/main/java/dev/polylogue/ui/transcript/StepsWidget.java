package dev.polylogue.ui.transcript;

import dev.polylogue.ui.kit.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Leads to the alternatives of a reply, or to the branches of a message: ‹ 2/3 ›. */
record StepsWidget(StepsModel model) implements Widget {
  private static final PseudoClass SPENT = PseudoClass.getPseudoClass("spent");

  @Override
  public Node node(Surroundings around) {
    Label place = new Label();
    place.getStyleClass().add("steps-place");
    place.textProperty().bind(Bindings.concat(model.number, "/", model.count));
    HBox steps =
        new HBox(
            button(around, -1, Feather.CHEVRON_LEFT, model.number.lessThan(2)),
            place,
            button(
                around, 1, Feather.CHEVRON_RIGHT, model.number.greaterThanOrEqualTo(model.count)));
    steps.getStyleClass().add("steps");
    return steps;
  }

  /**
   * @param spent when it leads nowhere; it is not disabled then, which would take the focus from it
   */
  private Button button(Surroundings around, int by, Ikon icon, BooleanBinding spent) {
    Texts texts = around.texts();
    Button button = new Button(null, new FontIcon(icon));
    button.getStyleClass().addAll("flat", "button-icon", "line-button");
    String key = model.kind.key + (by < 0 ? "back" : "on");
    StringBinding words =
        Bindings.createStringBinding(
            () -> texts.get(key, model.number.get(), model.count.get()), model.number, model.count);
    Tooltip hint = new Tooltip();
    hint.textProperty().bind(words);
    button.setTooltip(hint);
    button.accessibleTextProperty().bind(words);
    spent.subscribe(now -> button.pseudoClassStateChanged(SPENT, now));
    button.setUserData(spent);
    button.setOnAction(event -> model.step(around.actions(), by));
    return button;
  }
}
