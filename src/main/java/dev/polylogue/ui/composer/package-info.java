/**
 * Where a prompt is written: one text, many panes, and the draft that survives a restart.
 *
 * <p>May use: {@code ui.kit}, {@code ui.command}, {@code ui.fx}. Thread rule: FX thread.
 */
package dev.polylogue.ui.composer;
