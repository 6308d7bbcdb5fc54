/**
 * A pane's thread as styled, selectable, virtualised text.
 *
 * <p>May use: {@code conversation}, snapshots of {@code run}, prompts of {@code session}, {@code
 * ui.markdown}, {@code ui.code}, {@code ui.formula}, {@code ui.kit}, {@code ui.fx}. Thread rule: FX
 * thread; Markdown is parsed and formulas are set off it.
 */
package dev.polylogue.ui.transcript;
