package dev.polylogue.ui.history;

import dev.polylogue.ui.kit.Icons;
import dev.polylogue.ui.kit.Texts;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A field for the name of a folder or a tag, with those that are there already. FX thread. */
final class NameField extends VBox {
  private static final int MOST_KNOWN = 6;

  private final OrderViewModel order;
  private final Strip.Naming asked;
  private final Runnable back;
  private final TextField field = new TextField();
  private final FlowPane known = new FlowPane(4, 4);

  /**
   * @param back gives the keyboard back to the list
   */
  NameField(OrderViewModel order, Texts texts, Strip.Naming asked, Runnable back) {
    super(6);
    this.order = order;
    this.asked = asked;
    this.back = back;
    String key = "order.ask." + asked.purpose().name().toLowerCase(Locale.ROOT);
    Label words = new Label(texts.get(key, asked.comparisons().size()));
    words.getStyleClass().add("muted-small");
    words.setLabelFor(field);
    field.setText(asked.before());
    field.setAccessibleText(words.getText());
    field.setOnAction(event -> name(field.getText()));
    field.textProperty().addListener((property, before, now) -> suggest());
    getChildren().addAll(words, field, known);
    suggest();
  }

  /** Takes the keyboard. */
  void begin() {
    field.requestFocus();
    field.selectAll();
  }

  private void name(String name) {
    back.run();
    order.named(asked, name);
  }

  private void suggest() {
    boolean renames = asked.purpose() == Strip.Purpose.FOLDER_NAME;
    known
        .getChildren()
        .setAll(
            renames
                ? List.of()
                : order.known(asked.purpose(), field.getText()).stream()
                    .limit(MOST_KNOWN)
                    .map(this::chip)
                    .toList());
    known.setVisible(!known.getChildren().isEmpty());
    known.setManaged(known.isVisible());
  }

  private Button chip(String name) {
    Feather icon = asked.purpose() == Strip.Purpose.TAG ? Feather.TAG : Feather.FOLDER;
    Button chip = new Button(name, Icons.of(icon));
    chip.setMnemonicParsing(false);
    chip.getStyleClass().add("tag-chip");
    chip.setOnAction(event -> name(name));
    return chip;
  }
}
