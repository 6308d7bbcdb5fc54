package dev.polylogue.ui.transcript;

import dev.polylogue.ui.fx.Background;
import dev.polylogue.ui.kit.Gallery;
import dev.polylogue.ui.kit.Texts;

/**
 * What the parts of a transcript draw on.
 *
 * @param gallery has the pictures
 * @param changed runs after lines on screen have changed by themselves
 */
record Canvas(
    LineDocument document, Background background, Texts texts, Gallery gallery, Runnable changed) {}
