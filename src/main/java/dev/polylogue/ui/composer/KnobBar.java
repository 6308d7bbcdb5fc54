package dev.polylogue.ui.composer;

import atlantafx.base.theme.Styles;
import dev.polylogue.ui.kit.Buttons;
import dev.polylogue.ui.kit.Icons;
import dev.polylogue.ui.kit.Texts;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** Search and reasoning for all panes, one click away from the prompt. FX thread. */
final class KnobBar extends HBox {
  private static final List<String> LEVELS = List.of("", "none", "low", "medium", "high", "max");
  private static final PseudoClass SET = PseudoClass.getPseudoClass("set");
  private static final PseudoClass SOME = PseudoClass.getPseudoClass("some");

  private final Knobs knobs;
  private final Texts texts;
  private final ToggleButton search;
  private final MenuButton reasoning;

  KnobBar(Knobs knobs, Texts texts) {
    super(4);
    this.knobs = knobs;
    this.texts = texts;
    getStyleClass().add("knobs");
    setMinWidth(USE_PREF_SIZE);
    setAlignment(Pos.CENTER_LEFT);
    search = search();
    reasoning = reasoning();
    getChildren().addAll(search, reasoning);
  }

  /** Shows the names beside the icons, or the icons alone. */
  void spell(boolean spelled) {
    ContentDisplay display = spelled ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY;
    search.setContentDisplay(display);
    reasoning.setContentDisplay(display);
  }

  private ToggleButton search() {
    ToggleButton search = new ToggleButton(texts.get("composer.search"), Icons.of(Feather.GLOBE));
    search.getStyleClass().addAll(Styles.FLAT, "knob");
    search.setOnAction(event -> knobs.setSearch(knobs.search().getValue() != Knobs.Share.ALL));
    knobs.search().subscribe(share -> show(search, share));
    search.disableProperty().bind(knobs.canSearch().map(can -> !can));
    knobs
        .canSearch()
        .subscribe(
            can ->
                Buttons.named(
                    search, texts.get(can ? "composer.search.hint" : "composer.search.none")));
    return search;
  }

  private static void show(ToggleButton search, Knobs.Share share) {
    search.setSelected(share == Knobs.Share.ALL);
    search.pseudoClassStateChanged(SET, share == Knobs.Share.ALL);
    search.pseudoClassStateChanged(SOME, share == Knobs.Share.SOME);
  }

  private MenuButton reasoning() {
    MenuButton reasoning = new MenuButton(null, Icons.of(Feather.CPU));
    reasoning.getStyleClass().addAll(Styles.FLAT, "knob");
    ToggleGroup group = new ToggleGroup();
    for (String level : LEVELS) {
      RadioMenuItem item =
          new RadioMenuItem(texts.get(level.isEmpty() ? "reasoning.default" : key(level)));
      item.setToggleGroup(group);
      item.setUserData(level);
      item.setOnAction(event -> knobs.setReasoning(level));
      reasoning.getItems().add(item);
    }
    reasoning.disableProperty().bind(knobs.canReason().map(can -> !can));
    knobs
        .canReason()
        .subscribe(
            can ->
                Buttons.named(
                    reasoning,
                    texts.get(can ? "composer.reasoning.hint" : "composer.reasoning.none")));
    knobs.reasoning().subscribe(level -> show(reasoning, level));
    return reasoning;
  }

  private void show(MenuButton reasoning, String level) {
    reasoning.setText(level.isEmpty() ? texts.get("composer.reasoning") : texts.get(key(level)));
    reasoning.pseudoClassStateChanged(SET, !level.isEmpty());
    reasoning
        .getItems()
        .forEach(item -> ((RadioMenuItem) item).setSelected(level.equals(item.getUserData())));
  }

  private static String key(String level) {
    return "reasoning." + level;
  }
}
