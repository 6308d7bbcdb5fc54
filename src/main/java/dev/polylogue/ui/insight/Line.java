package dev.polylogue.ui.insight;

import dev.polylogue.vote.Standing;

/**
 * A line of the leaderboard on screen.
 *
 * @param rank in its group, from 1; 0 for one without a game
 * @param name of the model, with its provider
 * @param settings by which it differs from others of the same model, or empty
 */
public record Line(int rank, String name, String settings, Standing standing) {}
