package dev.polylogue.ui.photo;

import dev.polylogue.photo.Difference;
import dev.polylogue.ui.kit.Icons;
import dev.polylogue.ui.kit.Texts;
import java.awt.image.BufferedImage;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The heat map of any two pictures that are compared, where it is wanted. FX thread. */
final class PairHeat {
  private final TileView.Stage stage;
  private final Texts texts;
  private final Runnable changed;
  private final ToggleButton button;
  private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
  private @Nullable Pair pair;
  private PictureView.@Nullable Shown shown;

  private record Pair(Shelf.Wanted left, Shelf.Wanted right) {}

  /**
   * @param changed runs whenever there is another map, or none any more
   */
  PairHeat(TileView.Stage stage, Runnable changed) {
    this.stage = stage;
    this.texts = stage.tools().texts();
    this.changed = changed;
    button = new ToggleButton(texts.get("photo.pair.heat"), Icons.of(Feather.ACTIVITY));
    button.setMnemonicParsing(false);
    button.getStyleClass().addAll("flat", "pair-heat");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setAccessibleText(texts.get("photo.pair.heat.about"));
    button.setTooltip(new Tooltip(texts.get("photo.pair.heat.about")));
    button.selectedProperty().subscribe(() -> draw());
  }

  ToggleButton button() {
    return button;
  }

  /** Whether it is wanted. */
  ReadOnlyBooleanProperty wantedProperty() {
    return button.selectedProperty();
  }

  /** How much differs, or why there is no map; empty while neither is known or wanted. */
  ReadOnlyStringProperty wordsProperty() {
    return words.getReadOnlyProperty();
  }

  /** What is to be seen in place of the two, or null. */
  PictureView.@Nullable Shown shown() {
    return shown;
  }

  /** The two that are looked at now; null for either while it is not known. */
  void between(Shelf.@Nullable Wanted left, Shelf.@Nullable Wanted right) {
    Pair now = left == null || right == null ? null : new Pair(left, right);
    if (now == null || !now.equals(pair)) {
      pair = now;
      draw();
    }
  }

  private void draw() {
    Pair now = pair;
    shown = null;
    words.set("");
    changed.run();
    if (now != null && button.isSelected()) {
      stage
          .tools()
          .works()
          .each()
          .run(
              () -> stage.tools().lab().between(now.left, now.right),
              found -> found(now, found),
              stage.tools().trouble());
    }
  }

  private void found(Pair of, Change found) {
    if (!isWanted(of)) {
      return;
    }
    words.set(words(found));
    BufferedImage map = found.map();
    if (map != null) {
      stage
          .shelf()
          .prepare(
              map,
              made -> {
                if (isWanted(of)) {
                  shown = new PictureView.Shown(made, null);
                  changed.run();
                }
              });
    }
  }

  private boolean isWanted(Pair of) {
    return of.equals(pair) && button.isSelected();
  }

  private String words(Change found) {
    return switch (found.fit()) {
      case OVER ->
          texts.get(
              "photo.pair.over", TileLabel.percent(found.inside(), texts), Difference.TOLERANCE);
      case RESHAPED -> none("photo.pair.reshaped", found.source(), found.came());
      case TURNED -> none("photo.pair.turned");
      case CUT -> none("photo.pair.cut");
    };
  }

  private String none(String key, Object... arguments) {
    return texts.get("photo.heat.none", texts.get(key, arguments));
  }
}
