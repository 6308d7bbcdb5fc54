/**
 * Where a prompt is written: one text and its attachments, many panes, and the draft that survives
 * a restart.
 *
 * <p>May use: {@code session} for prompts and attachments, {@code ui.kit}, {@code ui.command},
 * {@code ui.fx}, and of {@code secret} only the pure {@code KeyShapes}. Thread rule: FX thread.
 */
package dev.polylogue.ui.composer;
