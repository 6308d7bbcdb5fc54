/**
 * A pane's thread as styled, selectable, virtualised text.
 *
 * <p>May use: {@code conversation}, snapshots of {@code run}, prompts of {@code session}, {@code
 * ui.markdown}, {@code ui.kit}, {@code ui.fx}. Thread rule: FX thread; Markdown is parsed off it.
 */
package dev.polylogue.ui.transcript;
