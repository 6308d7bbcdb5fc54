package dev.polylogue.ui.transcript;

import dev.polylogue.ui.formula.Formulas;
import dev.polylogue.ui.formula.Setting;

/** Sets the formulas of one passage, up to a number (T05). One thread, never the FX thread. */
final class FormulaSetter {
  private static final int MOST = 1_000;

  private final Formulas formulas;
  private int count;

  /**
   * @param before how many formulas stand before these
   */
  FormulaSetter(Formulas formulas, int before) {
    this.formulas = formulas;
    this.count = before;
  }

  int count() {
    return count;
  }

  /** A formula with characters that would not show is not set, so that they are seen (T06). */
  Setting set(String tex, boolean display) {
    count++;
    if (count > MOST) {
      return new Setting.Refused(Setting.Reason.MANY);
    }
    return Hygiene.isPlain(tex)
        ? formulas.set(tex, display)
        : new Setting.Refused(Setting.Reason.UNKNOWN);
  }
}
