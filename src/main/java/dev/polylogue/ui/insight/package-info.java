/**
 * What the votes say about the models: the leaderboard and how it came about.
 *
 * <p>May use: {@code vote}, {@code session}, {@code ui.kit}, {@code ui.fx}. Thread rule: FX thread;
 * ratings are worked out through {@code ui.fx.Work}.
 */
package dev.polylogue.ui.insight;
