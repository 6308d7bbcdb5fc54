/**
 * Where things stand that share a room: columns, rows and columns, or one with the others behind
 * it. The arithmetic is plain values that need no toolkit; {@link dev.polylogue.ui.layout.Board}
 * puts it on screen.
 *
 * <p>May use: JavaFX, {@code settings} for the names of the layouts. Thread rule: values are for
 * any thread, nodes for the FX thread.
 */
package dev.polylogue.ui.layout;
