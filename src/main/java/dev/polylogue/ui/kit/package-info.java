/**
 * Pieces that several screens use.
 *
 * <p>May use: JavaFX and its control libraries. Thread rule: FX thread, unless a class says other.
 */
package dev.polylogue.ui.kit;
