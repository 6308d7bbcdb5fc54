package dev.polylogue.ui.chat;

import dev.polylogue.conversation.Setting;
import dev.polylogue.ui.kit.Buttons;
import dev.polylogue.ui.kit.Texts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/**
 * A figure by slider or to the letter. While nothing is set the slider rests, pale, at 1, and the
 * provider's own default holds. FX thread.
 */
final class SliderField {
  private static final PseudoClass UNSET = PseudoClass.getPseudoClass("unset");
  private static final double STEP = 0.05;
  private static final double REST = 1;

  private final StringProperty text;
  private final Slider slider;
  private boolean following;

  private SliderField(StringProperty text, double most) {
    this.text = text;
    slider = new Slider(0, most, REST);
    slider.setBlockIncrement(STEP);
    slider.setMaxWidth(Double.MAX_VALUE);
    slider.getStyleClass().add("setting-slider");
    slider.valueProperty().addListener((property, before, now) -> moved(now.doubleValue()));
    text.subscribe(this::follow);
  }

  static SettingField of(PaneSettingsViewModel model, Setting setting, String name, Texts texts) {
    StringProperty text = model.textProperty(setting);
    Slider slider = new SliderField(text, model.advice().highest(setting)).slider;
    TextField exact = new TextField();
    exact.getStyleClass().add("exact");
    exact.setPromptText(texts.get("pane.settings.unset"));
    exact.textProperty().bindBidirectional(text);
    Button reset =
        Buttons.icon(
            Feather.ROTATE_CCW, texts.get("pane.settings.reset", name), () -> text.set(""));
    reset.visibleProperty().bind(text.isNotEmpty());
    Label label = SettingField.named(name);
    label.setLabelFor(exact);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(4, label, gap, reset);
    head.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(slider, Priority.ALWAYS);
    HBox control = new HBox(8, slider, exact);
    control.setAlignment(Pos.CENTER_LEFT);
    SettingField field = new SettingField(model, setting, head, control);
    field.describe(exact, name);
    slider.setAccessibleText(texts.get("pane.settings.slider", name));
    return field;
  }

  private void moved(double value) {
    if (!following) {
      text.set(
          BigDecimal.valueOf(Math.round(value / STEP))
              .multiply(BigDecimal.valueOf(STEP))
              .setScale(2, RoundingMode.HALF_UP)
              .stripTrailingZeros()
              .toPlainString());
    }
  }

  /** What was typed moves the slider, but is not rounded by it. */
  private void follow(String typed) {
    slider.pseudoClassStateChanged(UNSET, typed.isBlank());
    following = true;
    try {
      slider.setValue(typed.isBlank() ? REST : Double.parseDouble(typed.strip()));
    } catch (NumberFormatException e) {
      // The field says what is wrong.
    } finally {
      following = false;
    }
  }
}
