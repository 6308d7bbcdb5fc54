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
 * @param changed runs after a passage of this turn was laid out
 */
record Canvas(
    LineDocument document,
    Work work,
    Texts texts,
    Formulas formulas,
    Gallery gallery,
    Runnable changed) {

  Canvas(LineDocument document, Work work, Texts texts, Formulas formulas, Gallery gallery) {
    this(document, work, texts, formulas, gallery, () -> {});
  }

  /** The same, with somebody who hears of its passages. */
  Canvas heardBy(Runnable listener) {
    return new Canvas(document, work, texts, formulas, gallery, listener);
  }

  /** The same for another turn, which has no lines yet. */
  Canvas blank() {
    return blank(work);
  }

  /** The same for another turn, which is parsed elsewhere. */
  Canvas blank(Work other) {
    return new Canvas(new LineDocument(), other, texts, formulas, gallery);
  }
}
