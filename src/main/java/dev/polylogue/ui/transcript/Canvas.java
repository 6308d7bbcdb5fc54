package dev.polylogue.ui.transcript;

import dev.polylogue.ui.formula.Formulas;
import dev.polylogue.ui.fx.Work;
import dev.polylogue.ui.kit.Gallery;
import dev.polylogue.ui.kit.Texts;

/**
 * What the parts of a turn draw on.
 *
 * @param document has the lines of this turn
 * @param work parses
 * @param formulas sets formulas
 * @param gallery has the pictures
 * @param changed runs after lines on screen have changed by themselves
 */
record Canvas(
    LineDocument document,
    Work work,
    Texts texts,
    Formulas formulas,
    Gallery gallery,
    Runnable changed) {

  /** The same, whose changes somebody else hears of too. */
  Canvas heardBy(Runnable listener) {
    Runnable both =
        () -> {
          changed.run();
          listener.run();
        };
    return new Canvas(document, work, texts, formulas, gallery, both);
  }

  /** The same for another turn, which has no lines yet. */
  Canvas blank() {
    return blank(work, changed);
  }

  /** The same for another turn, which is parsed elsewhere and whose changes others are told. */
  Canvas blank(Work other, Runnable told) {
    return new Canvas(new LineDocument(), other, texts, formulas, gallery, told);
  }
}
