package dev.polylogue.ui.vote;

import dev.polylogue.ui.kit.Icons;
import dev.polylogue.ui.kit.Layer;
import dev.polylogue.ui.kit.Texts;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;

/** Shows the tags of the comparison; a click lets them be changed. FX thread. */
public final class TagButton extends Button {
  private static final PseudoClass SET = PseudoClass.getPseudoClass("set");
  private static final double WIDEST = 180;

  private final TagsViewModel model;
  private final Layer layer;
  private final Texts texts;

  public TagButton(TagsViewModel model, Layer layer, Texts texts) {
    this.model = model;
    this.layer = layer;
    this.texts = texts;
    setGraphic(Icons.of(Feather.TAG));
    setMnemonicParsing(false);
    getStyleClass().addAll("flat", "tag-button");
    setMaxWidth(WIDEST);
    textProperty().subscribe(tags -> pseudoClassStateChanged(SET, !tags.isEmpty()));
    textProperty()
        .bind(Bindings.createStringBinding(() -> String.join(", ", model.tags()), model.tags()));
    accessibleTextProperty()
        .bind(
            textProperty()
                .map(
                    tags ->
                        tags.isEmpty() ? texts.get("tags.none") : texts.get("tags.some", tags)));
    Tooltip hint = new Tooltip();
    hint.textProperty().bind(accessibleTextProperty());
    setTooltip(hint);
    setOnAction(event -> edit());
  }

  /** Opens the card in which tags are added and taken away. */
  public void edit() {
    model.look();
    TagCard card = new TagCard(model, texts);
    layer.show(this, card, card.first(), card::close);
  }
}
