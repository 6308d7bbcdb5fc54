/**
 * The panes of one comparison: how they stand, their headers, choosers and live replies, and the
 * named rows of panes to start from.
 *
 * <p>May use: {@code conversation}, {@code session}, {@code run}, {@code settings}, the model cards
 * of {@code provider}, {@code ui.transcript}, {@code ui.layout}, {@code ui.kit}, {@code ui.fx}.
 * Thread rule: FX thread; whatever blocks goes through {@code ui.fx.Work}.
 */
package dev.polylogue.ui.chat;
