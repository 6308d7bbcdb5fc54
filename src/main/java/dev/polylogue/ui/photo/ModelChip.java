package dev.polylogue.ui.photo;

import dev.polylogue.conversation.ModelRef;
import dev.polylogue.ui.kit.Buttons;
import dev.polylogue.ui.kit.Icons;
import dev.polylogue.ui.kit.Marks;
import dev.polylogue.ui.kit.Texts;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A model that will be asked. FX thread. */
final class ModelChip extends HBox {
  private static final PseudoClass UNMASKED = PseudoClass.getPseudoClass("unmasked");

  /**
   * @param refusal why the mask does not count for it, or null
   */
  ModelChip(ModelRef ref, @Nullable String refusal, Texts texts, Runnable removed) {
    super(6);
    getStyleClass().addAll("chip", "model-chip", "small-marks");
    setAlignment(Pos.CENTER_LEFT);
    Label name = new Label(ref.model());
    name.getStyleClass().add("chip-name");
    Button remove = Buttons.icon(Feather.X, texts.get("photo.models.remove", ref.model()), removed);
    remove.getStyleClass().add("chip-remove");
    getChildren().addAll(Marks.of(ref.provider()), name);
    if (refusal != null) {
      Label why = new Label(texts.get("photo.mask.none"), Icons.of(Feather.SLASH));
      why.getStyleClass().add("chip-note");
      why.setAccessibleText(refusal);
      getChildren().add(why);
      Tooltip.install(this, new Tooltip(refusal));
      pseudoClassStateChanged(UNMASKED, true);
    } else {
      Tooltip.install(this, new Tooltip(ref.toString()));
    }
    getChildren().add(remove);
  }
}
