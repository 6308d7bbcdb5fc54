package dev.polylogue.photo;

import java.util.ArrayList;
import java.util.List;

/**
 * How the content of a picture came to lie elsewhere: what was at a place of the source lies,
 * turned and scaled about the middle, further right and down.
 *
 * @param right share of the longer side, of the source
 * @param down share of the longer side, of the source
 * @param scale above 1 where it was enlarged
 * @param turn in radians, clockwise
 */
record Framing(double right, double down, double scale, double turn) {
  static final Framing NONE = new Framing(0, 0, 1, 0);

  private static final double LEAST_MOVE = 0.015;
  private static final double LEAST_SCALE = 0.015;
  private static final double LEAST_TURN = Math.toRadians(0.8);

  private double distance() {
    return Math.hypot(right, down);
  }

  private boolean isMoved() {
    return distance() >= LEAST_MOVE;
  }

  private boolean isScaled() {
    return Math.abs(Math.log(scale)) >= LEAST_SCALE;
  }

  private boolean isTurned() {
    return Math.abs(turn) >= LEAST_TURN;
  }

  /** Whether it is one that this finds; anything less may be what rounding leaves. */
  boolean isOther() {
    return isMoved() || isScaled() || isTurned();
  }

  /** What was done, such as "moved by about 5 % and turned by about 3°". */
  String said() {
    List<String> said = new ArrayList<>();
    if (isMoved()) {
      said.add("moved by about %d %%".formatted(Math.round(100 * distance())));
    }
    if (isScaled()) {
      String way = scale > 1 ? "enlarged" : "reduced";
      said.add("%s by about %d %%".formatted(way, Math.round(100 * Math.abs(scale - 1))));
    }
    if (isTurned()) {
      said.add("turned by about %d°".formatted(Math.round(Math.abs(Math.toDegrees(turn)))));
    }
    return String.join(" and ", said);
  }

  /** This one and a little more of each. */
  Framing plus(double moreRight, double moreDown, double moreScale, double moreTurn) {
    return new Framing(
        right + moreRight, down + moreDown, scale * (1 + moreScale), turn + moreTurn);
  }
}
