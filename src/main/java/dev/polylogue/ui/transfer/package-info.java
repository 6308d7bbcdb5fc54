/**
 * Export and import in the window: what is chosen, how far it is, and what came of it.
 *
 * <p>May use: {@code session}, {@code transfer} (the report), {@code ui.kit}, {@code ui.fx}. Thread
 * rule: FX thread; reading and writing go through {@code ui.fx.Work}.
 */
package dev.polylogue.ui.transfer;
