package dev.polylogue.ui.transfer;

import dev.polylogue.session.ExportFormat;
import dev.polylogue.session.Transfers;
import dev.polylogue.ui.kit.Buttons;
import dev.polylogue.ui.kit.RightToLeft;
import dev.polylogue.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Asks what is to be exported, and as what. FX thread. */
public final class ExportCard extends VBox {
  private final ToggleGroup what = new ToggleGroup();
  private final ToggleGroup format = new ToggleGroup();
  private final CheckBox exchanges = new CheckBox();
  private final List<RadioButton> whats = new ArrayList<>();

  /**
   * @param some the comparisons that are on screen or selected; may be empty
   * @param name what those are called
   * @param chosen receives the choice when it is made
   * @param done closes the card
   */
  public ExportCard(
      List<UUID> some, String name, Texts texts, Consumer<Transfers.Order> chosen, Runnable done) {
    super(12);
    getStyleClass().add("transfer-card");
    Label title = new Label(texts.get("transfer.export"));
    title.getStyleClass().add("section-title");
    getChildren().addAll(title, heading(texts.get("transfer.export.what")));
    if (!some.isEmpty()) {
      String words =
          some.size() == 1
              ? texts.get("transfer.export.this", name)
              : texts.get("transfer.export.some", some.size());
      getChildren().add(choice(words, what, some));
    }
    getChildren().add(choice(texts.get("transfer.export.all"), what, List.<UUID>of()));
    whats.getFirst().setSelected(true);
    getChildren().add(heading(texts.get("transfer.export.as")));
    for (ExportFormat one : ExportFormat.values()) {
      RadioButton button = choice(texts.get("transfer.format." + one.word()), format, one);
      button.setId("format-" + one.word());
      button.setSelected(one == ExportFormat.HTML);
      getChildren().add(button);
    }
    exchanges.setText(texts.get("transfer.exchanges"));
    exchanges.disableProperty().bind(format.selectedToggleProperty().map(now -> !isJson()));
    Button save =
        Buttons.words(
            texts.get("transfer.save"),
            () -> {
              Transfers.Order order = order();
              done.run();
              chosen.accept(order);
            },
            "accent");
    save.setDefaultButton(true);
    getChildren()
        .addAll(exchanges, new HBox(8, save, Buttons.words(texts.get("transfer.close"), done)));
  }

  private static Label heading(String words) {
    Label heading = new Label(words);
    heading.getStyleClass().add("muted-small");
    return heading;
  }

  private RadioButton choice(String words, ToggleGroup group, Object value) {
    RadioButton button = new RadioButton(words);
    button.setMnemonicParsing(false);
    RightToLeft.wrap(button);
    button.setToggleGroup(group);
    button.setUserData(value);
    if (group.equals(what)) {
      whats.add(button);
    }
    return button;
  }

  private boolean isJson() {
    return format.getSelectedToggle().getUserData() == ExportFormat.JSON;
  }

  private Transfers.Order order() {
    List<UUID> comparisons = new ArrayList<>();
    if (what.getSelectedToggle().getUserData() instanceof List<?> list) {
      list.forEach(id -> comparisons.add((UUID) id));
    }
    ExportFormat as = (ExportFormat) format.getSelectedToggle().getUserData();
    return new Transfers.Order(comparisons, as, isJson() && exchanges.isSelected());
  }

  /** What gets the focus. */
  public RadioButton first() {
    return whats.getFirst();
  }
}
