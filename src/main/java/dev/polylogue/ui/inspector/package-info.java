/**
 * A close look at one reply: what was set, when things happened, and what went over the wire.
 *
 * <p>May use: {@code conversation}, {@code run}, the hygiene of {@code ui.transcript}, {@code
 * ui.code}, {@code ui.kit}, {@code ui.fx}. Thread rule: FX thread; exchanges are read and laid out
 * through {@code ui.fx.Work}.
 */
package dev.polylogue.ui.inspector;
