package dev.polylogue.ui.insight;

import dev.polylogue.ui.kit.Texts;
import dev.polylogue.vote.RatingHistory;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.util.StringConverter;

/** Which votes count, and how contestants are told apart. FX thread. */
final class Filters extends FlowPane {
  private final InsightsViewModel model;
  private final Texts texts;

  Filters(InsightsViewModel model, Texts texts) {
    super(12, 8);
    this.model = model;
    this.texts = texts;
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("filters");
    getChildren()
        .addAll(
            tags(),
            box(
                "insights.span",
                List.of(InsightsViewModel.Span.values()),
                model.spanProperty(),
                span -> texts.get("insights.span." + word(span))),
            check("insights.blindOnly", "insights.blindOnly.hint", model.blindOnlyProperty()),
            check("insights.bySettings", "insights.bySettings.hint", model.bySettingsProperty()));
  }

  /** The step of the chart. */
  ComboBox<RatingHistory.Period> periods() {
    return box(
        "insights.period",
        List.of(RatingHistory.Period.values()),
        model.periodProperty(),
        period -> texts.get("insights.period." + word(period)));
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /** The empty choice stands for all tags. */
  private ComboBox<String> tags() {
    ComboBox<String> box = new ComboBox<>();
    box.setAccessibleText(texts.get("insights.tag"));
    box.setConverter(words(tag -> tag.isEmpty() ? texts.get("insights.tag.all") : "#" + tag));
    Runnable fill =
        () -> {
          String now = model.tagProperty().get();
          box.getItems().setAll("");
          box.getItems().addAll(model.tags());
          box.setValue(now == null ? "" : now);
        };
    model.tags().addListener((ListChangeListener<String>) change -> fill.run());
    fill.run();
    box.setOnAction(
        event -> {
          String chosen = box.getValue();
          if (chosen != null) {
            model.tagProperty().set(chosen.isEmpty() ? null : chosen);
          }
        });
    return box;
  }

  private <T> ComboBox<T> box(
      String key, List<T> choices, Property<T> property, Function<T, String> name) {
    ComboBox<T> box = new ComboBox<>();
    box.setAccessibleText(texts.get(key));
    box.setConverter(words(name));
    box.getItems().setAll(choices);
    box.valueProperty().bindBidirectional(property);
    return box;
  }

  private CheckBox check(String key, String hint, Property<Boolean> property) {
    CheckBox check = new CheckBox(texts.get(key));
    check.setTooltip(new Tooltip(texts.get(hint)));
    check.selectedProperty().bindBidirectional(property);
    return check;
  }

  private static <T> StringConverter<T> words(Function<T, String> name) {
    return new StringConverter<>() {
      @Override
      public String toString(T value) {
        return value == null ? "" : name.apply(value);
      }

      @Override
      public T fromString(String written) {
        throw new UnsupportedOperationException("Nothing is typed here.");
      }
    };
  }
}
