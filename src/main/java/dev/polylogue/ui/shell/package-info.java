/**
 * The window: where the slices meet, with the rail, the theme, the shortcuts and the one door for
 * links.
 *
 * <p>May use: every other package of {@code ui}, {@code session}, {@code settings}. Thread rule: FX
 * thread, unless a class says other.
 */
package dev.polylogue.ui.shell;
