package dev.polylogue.ui.transcript;

import dev.polylogue.ui.fx.Background;
import dev.polylogue.ui.kit.Texts;

/**
 * What the parts of a transcript draw on.
 *
 * @param changed runs after lines on screen have changed by themselves
 */
record Canvas(LineDocument document, Background background, Texts texts, Runnable changed) {}
