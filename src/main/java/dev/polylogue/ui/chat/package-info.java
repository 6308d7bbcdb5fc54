/**
 * The panes of one comparison, side by side: their headers, choosers and live replies.
 *
 * <p>May use: {@code conversation}, {@code session}, {@code run}, the model cards of {@code
 * provider}, {@code ui.transcript}, {@code ui.kit}, {@code ui.fx}. Thread rule: FX thread; whatever
 * blocks goes through {@code ui.fx.Work}.
 */
package dev.polylogue.ui.chat;
