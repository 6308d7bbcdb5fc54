package dev.polylogue.ui.photo;

import dev.polylogue.ui.kit.Texts;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** The line at the foot: how near, how to see the original, that nothing is overwritten. */
final class PhotoStatus extends HBox {
  private final Label zoom = new Label();
  private final Supplier<@Nullable Frame> frames;
  private final ObjectProperty<Sight> sight;
  private final Texts texts;

  /**
   * @param frames the picture that is looked at
   */
  PhotoStatus(
      Supplier<@Nullable Frame> frames,
      ReadOnlyBooleanProperty layout,
      ObjectProperty<Sight> sight,
      Texts texts) {
    super(16);
    this.frames = frames;
    this.sight = sight;
    this.texts = texts;
    getStyleClass().add("photo-status");
    setAlignment(Pos.CENTER_LEFT);
    Label space = new Label(texts.get("photo.status.space"));
    Label safe = new Label(texts.get("photo.status.safe"));
    for (Label label : new Label[] {space, zoom, safe}) {
      label.setMinWidth(0);
    }
    getChildren().addAll(space, zoom, TileView.gap(), safe);
    sight.subscribe(now -> say());
    layout.subscribe(now -> say());
  }

  private void say() {
    Frame frame = frames.get();
    zoom.setText(
        frame == null
            ? ""
            : texts.get("photo.status.zoom", Math.round(100 * sight.get().scale(frame))));
  }
}
