package dev.polylogue.ui.shell;

import atlantafx.base.theme.Styles;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.ui.chat.ModelChooser;
import dev.polylogue.ui.chat.ModelChooserViewModel;
import dev.polylogue.ui.kit.Layer;
import dev.polylogue.ui.kit.Texts;
import dev.polylogue.ui.settings.TitlesViewModel;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** First words or a model, and which. FX thread. */
final class TitlesChoice extends HBox {
  private final TitlesViewModel titles;
  private final ModelChooserViewModel models;
  private final Layer layer;
  private final Texts texts;
  private final ToggleButton words;
  private final ToggleButton model = new ToggleButton();

  TitlesChoice(TitlesViewModel titles, ModelChooserViewModel models, Layer layer, Texts texts) {
    this.titles = titles;
    this.models = models;
    this.layer = layer;
    this.texts = texts;
    model.setMnemonicParsing(false);
    words = new ToggleButton(texts.get("settings.titles.words"));
    words.getStyleClass().add(Styles.LEFT_PILL);
    words.setOnAction(event -> titles.choose(null));
    model.getStyleClass().add(Styles.RIGHT_PILL);
    model.setOnAction(event -> choose());
    getChildren().addAll(words, model);
    titles.chosenProperty().subscribe(this::show);
  }

  private void show(@Nullable ModelRef now) {
    words.setSelected(now == null);
    model.setSelected(now != null);
    model.setText(now == null ? texts.get("settings.titles.model") : now.toString());
  }

  /** Nothing has changed before a model is chosen. */
  private void choose() {
    show(titles.chosenProperty().get());
    models.open();
    ModelChooser card =
        new ModelChooser(
            models,
            texts,
            titles.chosenProperty().get(),
            chosen -> {
              titles.choose(chosen);
              layer.hide();
            });
    layer.show(
        model,
        card,
        card.search(),
        () -> {
          card.close();
          show(titles.chosenProperty().get());
        });
  }
}
