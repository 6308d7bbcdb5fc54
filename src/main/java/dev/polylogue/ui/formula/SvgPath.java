package dev.polylogue.ui.formula;

import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;

/** Writes outlines as SVG does. */
final class SvgPath {
  private static final int PARTS = 100;

  private SvgPath() {}

  static void append(Path2D path, StringBuilder svg) {
    double[] points = new double[6];
    for (PathIterator at = path.getPathIterator(null); !at.isDone(); at.next()) {
      switch (at.currentSegment(points)) {
        case PathIterator.SEG_MOVETO -> append('M', points, 2, svg);
        case PathIterator.SEG_LINETO -> append('L', points, 2, svg);
        case PathIterator.SEG_QUADTO -> append('Q', points, 4, svg);
        case PathIterator.SEG_CUBICTO -> append('C', points, 6, svg);
        default -> svg.append('Z');
      }
    }
  }

  private static void append(char what, double[] points, int count, StringBuilder svg) {
    svg.append(what);
    for (int i = 0; i < count; i++) {
      svg.append(i == 0 ? "" : " ");
      long parts = Math.round(points[i] * PARTS);
      svg.append(parts < 0 ? "-" : "").append(Math.abs(parts) / PARTS).append('.');
      svg.append(Math.abs(parts) % PARTS / 10).append(Math.abs(parts) % 10);
    }
  }
}
