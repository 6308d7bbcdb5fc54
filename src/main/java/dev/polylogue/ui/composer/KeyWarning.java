package dev.polylogue.ui.composer;

import atlantafx.base.theme.Styles;
import dev.polylogue.ui.kit.QuestionStrip;
import dev.polylogue.ui.kit.Texts;

/** Asks once before a prompt goes out that holds what looks like a key. FX thread. */
final class KeyWarning extends QuestionStrip {

  /**
   * @param done called when the question is answered, to go on writing
   */
  KeyWarning(ComposerViewModel model, Texts texts, Runnable done) {
    super(
        model.keyWarningProperty(),
        new Answer(texts.get("composer.key.keep"), model::keepUnsent, ""),
        new Answer(texts.get("composer.key.send"), model::sendDespiteKey, Styles.DANGER),
        done);
  }
}
