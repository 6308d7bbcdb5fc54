/**
 * The sidebar: every comparison that was kept, newest first, grouped by day.
 *
 * <p>May use: {@code conversation}, {@code session}, {@code ui.command}, {@code ui.kit}, {@code
 * ui.fx}. Thread rule: FX thread; whatever blocks goes through {@code ui.fx.Work}.
 */
package dev.polylogue.ui.history;
