package dev.polylogue.photo;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Whether the picture outside the mask fits clearly better when it is taken for moved, scaled or
 * turned: all such framings are tried on tiny copies, the best of them are refined on larger ones.
 * What only has other colours, noise or another object here and there fits best in place.
 */
final class Reframing {
  private static final int TINY = 48;
  private static final int SMALL = 96;
  private static final int FINE = 192;

  private static final double FARTHEST = 0.15;
  private static final double LEAST_SCALE = 0.75;
  private static final double MOST_SCALE = 1.34;
  private static final double MOST_TURN = Math.toRadians(10);
  private static final int KEPT = 6;

  /** What is as alike in place needs no other framing. */
  private static final double ALIKE = 0.98;

  /** How alike both have to be in another framing. */
  private static final double LEAST_ALIKE = 0.4;

  /** How much of what does not fit in place may be left in the other framing. */
  private static final double MOST_LEFT = 0.7;

  /** Of the pixels, how many have to lie outside the mask to say anything. */
  private static final double LEAST_OUTSIDE = 0.1;

  /** Of those outside, how many have to be seen in both framings. */
  private static final double LEAST_COMMON = 0.45;

  /** In pixels of the largest copies. */
  private static final int SQUARE = 24;

  /** The same as above within a square, and of how many of the squares it has to be so. */
  private static final double MOST_LEFT_OF_SQUARE = 0.8;

  private static final double LEAST_SQUARES = 0.55;

  private Reframing() {}

  private record Found(Framing framing, double alike) {}

  /**
   * Takes a tenth of a second, however large the pictures are, as long as they are small copies.
   *
   * @param result of the shape of the source
   * @return {@link Framing#NONE} where no other one fits clearly better
   */
  static Framing of(BufferedImage source, BufferedImage result, Levels mask) {
    Structure one = Structure.of(source, mask, FINE);
    Structure two = Structure.of(result, mask, FINE);
    if (one.count() < LEAST_OUTSIDE * one.values.length || !one.isTelling() || !two.isTelling()) {
      return Framing.NONE;
    }
    double inPlace = alike(one, two, Framing.NONE);
    if (inPlace >= ALIKE) {
      return Framing.NONE;
    }
    List<Found> found = coarse(Structure.of(source, mask, TINY), Structure.of(result, mask, TINY));
    Structure smallOne = Structure.of(source, mask, SMALL);
    Structure smallTwo = Structure.of(result, mask, SMALL);
    Framing small =
        found.stream()
            .map(each -> refined(smallOne, smallTwo, each.framing))
            .max(Comparator.comparingDouble(Found::alike))
            .map(Found::framing)
            .orElse(Framing.NONE);
    Found best = refined(one, two, small);
    boolean clear =
        best.alike >= LEAST_ALIKE
            && 1 - best.alike <= (1 - inPlace) * MOST_LEFT
            && shareBetter(one, two, best.framing) >= LEAST_SQUARES;
    return clear ? best.framing : Framing.NONE;
  }

  private static double shareBetter(Structure one, Structure two, Framing framing) {
    return Likeness.shareBetter(
        one, two.putBack(Framing.NONE, 0), two.putBack(framing, 0), SQUARE, MOST_LEFT_OF_SQUARE);
  }

  private static int least(Structure one) {
    return (int) (one.count() * LEAST_COMMON);
  }

  private static double alike(Structure one, Structure two, Framing framing) {
    return Likeness.of(one, two.putBack(framing, 0), 0, 0, least(one));
  }

  /** The best of all, each the best of its scale and turn. */
  private static List<Found> coarse(Structure one, Structure two) {
    int rim = (int) Math.ceil(TINY * FARTHEST);
    int least = least(one);
    double step = 2.0 / TINY;
    List<Found> found = new ArrayList<>();
    for (double scale = LEAST_SCALE; scale <= MOST_SCALE; scale *= 1 + step) {
      for (double turn = -MOST_TURN; turn <= MOST_TURN; turn += MOST_TURN / 4) {
        Structure back = two.putBack(new Framing(0, 0, scale, turn), rim);
        double best = 0;
        int right = 0;
        int down = 0;
        for (int y = 0; y <= 2 * rim; y++) {
          for (int x = 0; x <= 2 * rim; x++) {
            double alike = Likeness.of(one, back, x, y, least);
            if (alike > best) {
              best = alike;
              right = x - rim;
              down = y - rim;
            }
          }
        }
        found.add(new Found(moved(scale, turn, right, down), best));
      }
    }
    found.sort(Comparator.comparingDouble(Found::alike).reversed());
    return found.subList(0, KEPT);
  }

  /** Turned and scaled, what was moved before is as if it were moved afterwards. */
  private static Framing moved(double scale, double turn, int right, int down) {
    double cos = Math.cos(turn) * scale / TINY;
    double sin = Math.sin(turn) * scale / TINY;
    return new Framing(cos * right - sin * down, sin * right + cos * down, scale, turn);
  }

  /** Climbs from there as long as any small step makes both more alike. */
  private static Found refined(Structure one, Structure two, Framing from) {
    Found best = new Found(from, alike(one, two, from));
    for (double step = 1.0 / one.size.longer(); step > 0.4 / one.size.longer(); step /= 2) {
      for (Found next = better(one, two, best, step); next.alike > best.alike; ) {
        best = next;
        next = better(one, two, best, step);
      }
    }
    return best;
  }

  private static Found better(Structure one, Structure two, Found from, double step) {
    Found best = from;
    for (int i = 0; i < 8; i++) {
      double way = i % 2 == 0 ? step : -step;
      Framing next =
          from.framing.plus(
              i / 2 == 0 ? way : 0,
              i / 2 == 1 ? way : 0,
              i / 2 == 2 ? 2 * way : 0,
              i / 2 == 3 ? 2 * way : 0);
      double alike = alike(one, two, next);
      best = alike > best.alike ? new Found(next, alike) : best;
    }
    return best;
  }
}
