/**
 * Pieces that several screens use.
 *
 * <p>May use: JavaFX and its control libraries, {@code ui.fx}, the attachments of {@code session}.
 * Thread rule: FX thread, unless a class says other.
 */
package dev.polylogue.ui.kit;
