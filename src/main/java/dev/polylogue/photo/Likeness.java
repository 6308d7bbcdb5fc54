package dev.polylogue.photo;

/** How alike two structures are, gathered row by row from the pixels that both have in common. */
final class Likeness {
  private int count;
  private long both;
  private long one;
  private long two;

  private Likeness() {}

  /**
   * From 0 to 1, 1 also where one is the negative of the other; 0 where they have too little in
   * common.
   *
   * @param two as large as the other, or larger
   * @param right where the upper left of the first lies in the second
   * @param least pixels that both have to have in common
   */
  static double of(Structure one, Structure two, int right, int down, int least) {
    Likeness likeness = new Likeness();
    int width = one.size.width();
    for (int y = 0; y < one.size.height(); y++) {
      likeness.add(one, two, y * width, (y + down) * two.size.width() + right, width);
    }
    return likeness.count < least ? 0 : likeness.alike();
  }

  /**
   * Of the squares that show enough of all three, in how many the second of two others is clearly
   * more alike than the first. All are of one size.
   *
   * @param side of a square, in pixels
   * @param mostLeft how much of what does not fit the first may not fit the second either
   */
  static double shareBetter(
      Structure one, Structure first, Structure second, int side, double mostLeft) {
    int all = 0;
    int better = 0;
    for (int top = 0; top + side <= one.size.height(); top += side) {
      for (int left = 0; left + side <= one.size.width(); left += side) {
        Likeness before = square(one, first, left, top, side);
        Likeness after = square(one, second, left, top, side);
        if (before.isTelling(side) && after.isTelling(side)) {
          all++;
          better += 1 - after.alike() <= mostLeft * (1 - before.alike()) ? 1 : 0;
        }
      }
    }
    return all == 0 ? 0 : (double) better / all;
  }

  private static Likeness square(Structure one, Structure two, int left, int top, int side) {
    Likeness likeness = new Likeness();
    for (int y = top; y < top + side; y++) {
      int at = y * one.size.width() + left;
      likeness.add(one, two, at, at, side);
    }
    return likeness;
  }

  /** A part of a row; its sums fit into whole numbers that a processor adds several of at once. */
  private void add(Structure first, Structure second, int at, int to, int length) {
    int rowCount = 0;
    int rowBoth = 0;
    int rowOne = 0;
    int rowTwo = 0;
    for (int x = 0; x < length; x++) {
      int mine = first.values[at + x];
      int its = second.values[to + x];
      int mineCounts = first.counted[at + x];
      int itsCounts = second.counted[to + x];
      rowCount += mineCounts & itsCounts;
      rowBoth += mine * its;
      rowOne += mine * mine * itsCounts;
      rowTwo += its * its * mineCounts;
    }
    count += rowCount;
    both += rowBoth;
    one += rowOne;
    two += rowTwo;
  }

  private double alike() {
    return one == 0 || two == 0 ? 0 : Math.abs(both) / Math.sqrt((double) one * two);
  }

  private boolean isTelling(int side) {
    return count >= side * side / 2 && Structure.isTelling(one, count);
  }
}
