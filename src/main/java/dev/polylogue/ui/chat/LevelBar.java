package dev.polylogue.ui.chat;

import atlantafx.base.theme.Styles;
import dev.polylogue.ui.kit.Texts;
import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** How much a model is to think, from its default to the maximum. FX thread. */
final class LevelBar extends HBox {
  private final StringProperty level;
  private final SettingAdvice advice;
  private final ToggleGroup group = new ToggleGroup();

  LevelBar(StringProperty level, SettingAdvice advice, Texts texts) {
    this.level = level;
    this.advice = advice;
    getStyleClass().add("level-bar");
    List<String> levels = PaneSettingsViewModel.LEVELS;
    for (int i = 0; i < levels.size(); i++) {
      String style =
          i == 0
              ? Styles.LEFT_PILL
              : i == levels.size() - 1 ? Styles.RIGHT_PILL : Styles.CENTER_PILL;
      getChildren().add(segment(levels.get(i), style, texts));
    }
    group.selectedToggleProperty().addListener((property, before, now) -> chosen(before, now));
    level.subscribe(this::show);
  }

  private ToggleButton segment(String value, String style, Texts texts) {
    String words = texts.get(value.isEmpty() ? "reasoning.default" : "reasoning." + value);
    ToggleButton segment = new ToggleButton(words);
    segment.setMnemonicParsing(false);
    segment.setUserData(value);
    segment.setToggleGroup(group);
    segment.getStyleClass().addAll(style, "level");
    segment.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(segment, Priority.ALWAYS);
    segment.setAccessibleText(texts.get("pane.settings.reasoning.level", words));
    String instead = advice.instead(value);
    if (!instead.isEmpty()) {
      segment.getStyleClass().add("mapped");
      segment.setTooltip(new Tooltip(instead));
    }
    return segment;
  }

  /** A second click on the chosen level does not leave nothing chosen. */
  private void chosen(
      javafx.scene.control.@Nullable Toggle before, javafx.scene.control.@Nullable Toggle now) {
    if (now != null) {
      level.set((String) now.getUserData());
    } else if (before != null && level.get().equals(before.getUserData())) {
      before.setSelected(true);
    }
  }

  private void show(String value) {
    for (javafx.scene.control.Toggle toggle : group.getToggles()) {
      toggle.setSelected(value.equals(toggle.getUserData()));
    }
  }
}
