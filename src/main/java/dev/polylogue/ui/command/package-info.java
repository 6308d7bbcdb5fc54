/**
 * What a person can do, each thing once, and the shortcuts, tooltips and help made from it.
 *
 * <p>May use: JavaFX, {@code ui.kit}. Thread rule: FX thread.
 */
package dev.polylogue.ui.command;
