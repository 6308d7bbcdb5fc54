package dev.polylogue.ui.transcript;

import java.util.List;

/** Turns a growing text into lines, off the FX thread. One thread at a time. */
interface LinePainter {

  /**
   * What changed.
   *
   * @param kept so many lines stand as they were
   * @param fresh all lines after those
   * @param open characters that the next call will look at again
   */
  record Painted(int kept, List<Line> fresh, int open) {}

  /**
   * @param text begins with the text of the last call
   * @param complete whether the text grows no more
   */
  Painted paint(CharSequence text, boolean complete);
}
