/**
 * What a person can do, each thing once, and the shortcuts, tooltips, menu, palette and help made
 * from it.
 *
 * <p>May use: JavaFX, {@code ui.kit}. Thread rule: FX thread, unless a class says other.
 */
package dev.polylogue.ui.command;
