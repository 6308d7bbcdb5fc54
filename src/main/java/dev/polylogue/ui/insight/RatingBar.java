package dev.polylogue.ui.insight;

import dev.polylogue.vote.Rating;
import javafx.scene.layout.Region;

/**
 * A strength as a bar, with a whisker over the interval in which it probably lies. All bars of a
 * board have one scale. FX thread.
 */
final class RatingBar extends Region {
  private static final double THICK = 8;
  private static final double CAP = 8;

  /**
   * The scale of a board.
   *
   * @param least where bars begin
   * @param most where the room ends
   */
  record Scale(double least, double most) {
    double place(double value) {
      return Math.clamp((value - least) / Math.max(1, most - least), 0, 1);
    }
  }

  private final Rating rating;
  private final Scale scale;
  private final Region bar = part("rating-value");
  private final Region whisker = part("rating-whisker");
  private final Region low = part("rating-whisker");
  private final Region high = part("rating-whisker");

  RatingBar(Rating rating, Scale scale) {
    this.rating = rating;
    this.scale = scale;
    getStyleClass().add("rating-bar");
    getChildren().addAll(bar, whisker, low, high);
    setMinSize(40, CAP + 4);
  }

  @Override
  protected void layoutChildren() {
    double middle = getHeight() / 2;
    double from = scale.place(rating.low()) * (getWidth() - 1);
    double to = scale.place(rating.high()) * (getWidth() - 1);
    double value = scale.place(rating.value()) * (getWidth() - 1);
    bar.resizeRelocate(0, middle - THICK / 2, Math.max(2, value), THICK);
    whisker.resizeRelocate(from, Math.floor(middle), Math.max(1, to - from), 1);
    low.resizeRelocate(from, middle - CAP / 2, 1, CAP);
    high.resizeRelocate(to, middle - CAP / 2, 1, CAP);
  }

  private static Region part(String style) {
    Region part = new Region();
    part.getStyleClass().add(style);
    part.setManaged(false);
    return part;
  }
}
