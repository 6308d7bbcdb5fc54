/**
 * Voting on the replies of a turn, blindly or not, and the tags of a comparison.
 *
 * <p>While models are hidden the panes wear the disguises of {@code ui.chat}; this slice only knows
 * when, and what is voted on.
 *
 * <p>May use: {@code vote}, {@code session}, {@code ui.kit}, {@code ui.fx}, {@code ui.command}.
 * Thread rule: FX thread; whatever blocks goes through {@code ui.fx.Work}.
 */
package dev.polylogue.ui.vote;
