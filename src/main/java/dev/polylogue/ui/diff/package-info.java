/**
 * What changed between the answers to one turn: one of them is the base, the others stand beside it
 * with what they add, leave out and move.
 *
 * <p>May use: {@code diff}, {@code ui.markdown}, {@code ui.kit}, {@code ui.fx}. Thread rule: FX
 * thread, unless a class says other; answers are compared off it.
 */
package dev.polylogue.ui.diff;
