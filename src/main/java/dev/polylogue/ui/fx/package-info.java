/**
 * The only doors between the FX thread and the others.
 *
 * <p>May use: JavaFX. Thread rule: each class says its own.
 */
package dev.polylogue.ui.fx;
